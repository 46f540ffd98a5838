import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

// A page of a hundred rows asks for its names once: ids that are wanted in the same moment go together.
type Wanted = { id: string; tell: (name: string | null) => void; fail: (error: unknown) => void };
let waiting: Wanted[] = [];
const most = 500;

function readName(id: string): Promise<string | null> {
  return new Promise((tell, fail) => {
    waiting.push({ id, tell, fail });
    if (waiting.length === 1) setTimeout(() => void ask(), 5);
  });
}

async function ask(): Promise<void> {
  const now = waiting.splice(0, most);
  if (waiting.length > 0) setTimeout(() => void ask(), 0);
  try {
    const names = await api.post<Record<string, string>>('/api/competency/practitioners/names', {
      body: { ids: [...new Set(now.map(({ id }) => id))] },
    });
    for (const { id, tell } of now) tell(names[id] ?? null);
  } catch (error) {
    for (const { fail } of now) fail(error);
  }
}

/** The name of a practitioner whom the account may see; null for everybody else. */
export const nameQuery = (id: string) =>
  queryOptions({
    queryKey: ['name', id],
    queryFn: () => readName(id),
    staleTime: 300_000,
  });
