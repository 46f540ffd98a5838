// What both walks over the routes share: the routes with their rows, an address for each, a bounded pace.
import { runningSystem, type Found } from '../../../tools/system/running.ts';
import type { Answer } from '../../engines/call.ts';
import { asker, type Asker } from './ask.ts';
import { unknownId } from './belongings.ts';
import { documentedRoutes, type Route } from './documents.ts';
import { ROWS, type Row } from './route-table.ts';

export type TableRoute = Route & { readonly row: Row };

export interface Walk {
  readonly found: Found;
  readonly documented: readonly Route[];
  /** Those that have a row. */
  readonly routes: readonly TableRoute[];
  readonly house: Asker;
}

export async function openWalk(): Promise<Walk> {
  const found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  const documented = await documentedRoutes(found.state.origin);
  const routes = documented.flatMap((route) => {
    const row = ROWS.get(route.name);
    return row ? [{ ...route, row }] : [];
  });
  return { found, documented, routes, house: asker(found.state.origin, found.system) };
}

/** The route's address: `id` for its first parameter, something plain for the others. */
export function address({ path, queries }: Route, id: string = unknownId()): string {
  const filled = path
    .replace('{version}', '1')
    .replace('{code}', 'EV3')
    .replace(/\{\w+\}/, encodeURIComponent(id));
  return queries.includes('language') ? `${filled}?language=en` : filled;
}

/** What a route with a body gets where nothing shall come of it. */
export function nothing({ method, isCsv }: Route): {
  body?: unknown;
  headers?: Record<string, string>;
} {
  if (method === 'GET') return {};
  return isCsv ? { body: 'x', headers: { 'content-type': 'text/csv' } } : { body: {} };
}

/** Judges all, eight at a time, and answers what was wrong. */
export async function wrongOf<T>(
  inputs: readonly T[],
  judge: (input: T) => Promise<string | null>,
): Promise<string[]> {
  const found: string[] = [];
  const queue = [...inputs];
  const worker = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      const wrong = await judge(one);
      if (wrong !== null) found.push(wrong);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return found;
}

export const said = (name: string, { status, text }: Answer): string =>
  `${name} answered ${status} ${text.slice(0, 300)}`;
