import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { auditedServices, type AuditedService } from './audit.ts';
import { api } from './client.ts';
import { queryOf } from './query-of.ts';

export interface DeadLetter {
  id: string;
  consumer: string;
  event: string;
  eventId: string;
  topic: string;
  key: string;
  cause: string;
  attempts: number;
  failedAt: string;
  state: 'open' | 'replayed' | 'set-aside';
  reason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  waiting: number;
}

export type LetterOfService = DeadLetter & { service: AuditedService };

/** The letters of every service together: one that cannot answer just now is named, not hidden. */
async function readAll(
  state: string,
): Promise<{ letters: LetterOfService[]; silent: AuditedService[] }> {
  const answers = await Promise.allSettled(
    auditedServices.map((service) =>
      api.get<{ items: DeadLetter[] }>(
        `/api/${service}/dead-letters${queryOf({ state, limit: 200 })}`,
      ),
    ),
  );
  const letters: LetterOfService[] = [];
  const silent: AuditedService[] = [];
  for (const [index, answer] of answers.entries()) {
    const service = auditedServices[index];
    if (service === undefined) continue;
    if (answer.status === 'rejected') silent.push(service);
    else letters.push(...answer.value.items.map((letter) => ({ ...letter, service })));
  }
  return { letters: letters.toSorted((a, b) => b.failedAt.localeCompare(a.failedAt)), silent };
}

export const deadLettersQuery = (state: string) =>
  queryOptions({
    queryKey: ['dead-letters', state],
    queryFn: () => readAll(state),
    placeholderData: keepPreviousData,
  });

export const decideLetter = (
  letter: LetterOfService,
  act: 'replay' | 'set-aside',
  reason: string,
) =>
  api.post<{ outcome: 'replayed' | 'set-aside' | 'failed'; cause?: string }>(
    `/api/${letter.service}/dead-letters/${letter.id}/${act}`,
    { body: { reason } },
  );
