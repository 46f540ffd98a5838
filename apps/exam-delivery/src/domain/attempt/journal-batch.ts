// Reads a client's batch without class-transformer: this is the hot path, and every byte of it is untrusted.

import { canonicalBody } from './journal.ts';
import type { CandidateKind, Entry } from './journal.ts';

export const batchLimits = { entries: 200, bodyCharacters: 16_000 };

export type BatchFault = { field: string; message: string };
export type ParsedBatch =
  | { outcome: 'batch'; entries: Entry[] }
  | { outcome: 'invalid'; faults: BatchFault[] };

const kinds = new Set<CandidateKind>(['response', 'language', 'flag', 'view']);
const isKind = (value: unknown): value is CandidateKind =>
  typeof value === 'string' && (kinds as Set<string>).has(value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
// A year of four digits only: PostgreSQL and toISOString agree on those.
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

export function parseBatch(
  payload: unknown,
  hasItem: (item: string) => boolean,
  languages: readonly string[],
): ParsedBatch {
  const invalid = (field: string, message: string): ParsedBatch => ({
    outcome: 'invalid',
    faults: [{ field, message }],
  });
  if (!isRecord(payload) || !Array.isArray(payload['entries']))
    return invalid('entries', 'a list of entries');
  const list: unknown[] = payload['entries'];
  if (list.length === 0 || list.length > batchLimits.entries)
    return invalid('entries', `1 to ${batchLimits.entries} entries`);
  const entries: Entry[] = [];
  for (const [index, value] of list.entries()) {
    const parsed = parseEntry(value, hasItem, languages);
    if ('field' in parsed) return invalid(`entries.${index}.${parsed.field}`, parsed.message);
    const before = entries.at(-1);
    if (before !== undefined && parsed.seq !== before.seq + 1)
      return invalid(`entries.${index}.seq`, 'one more than the entry before');
    entries.push(parsed);
  }
  return { outcome: 'batch', entries };
}

function parseEntry(
  value: unknown,
  hasItem: (item: string) => boolean,
  languages: readonly string[],
): Entry | BatchFault {
  if (!isRecord(value)) return { field: 'seq', message: 'an entry is an object' };
  const { seq, item = null, response, at, kind = 'response' } = value;
  if (typeof seq !== 'number' || !Number.isInteger(seq) || seq < 1 || seq > 100_000)
    return { field: 'seq', message: 'a whole number from 1 on' };
  if (!isKind(kind)) return { field: 'kind', message: `one of ${[...kinds].join(', ')}` };
  if (item !== null && (typeof item !== 'string' || !hasItem(item)))
    return { field: 'item', message: 'an item of this form' };
  if (item === null && kind !== 'language')
    return { field: 'item', message: 'an item of this form' };
  if (typeof at !== 'string' || !instant.test(at) || Number.isNaN(Date.parse(at)))
    return { field: 'at', message: 'an instant as in RFC 3339' };
  if (kind === 'language' && !(typeof response === 'string' && languages.includes(response)))
    return { field: 'response', message: 'a language of this exam' };
  if (kind === 'flag' && typeof response !== 'boolean')
    return { field: 'response', message: 'true or false' };
  if (kind === 'response' && response !== null && !isRecord(response))
    return { field: 'response', message: 'response identifiers with their values, or null' };
  let body: string;
  try {
    body = canonicalBody(response ?? null);
  } catch {
    return { field: 'response', message: 'not a JSON value' };
  }
  // PostgreSQL's text has no U+0000.
  if (body.length > batchLimits.bodyCharacters || body.includes('\\u0000'))
    return {
      field: 'response',
      message: `at most ${batchLimits.bodyCharacters} characters, no NUL`,
    };
  return { seq, kind, item, body, claimedAt: new Date(at) };
}
