// Reads a client's batch without class-transformer: this is the hot path, and every byte of it is untrusted.
// A batch is taken whole or not at all; every faulty entry is named, so that a client can set those apart and go on.

import { canonicalBody } from './journal.ts';
import type { CandidateKind, Entry } from './journal.ts';
import { hasLongerText, textLimits } from './text-limits.ts';
import type { TextLimits } from './text-limits.ts';

export const batchLimits = { entries: 200, bodyCharacters: 32_000 };

/** `too-long` goes with its limit: the page says it in the candidate's language. */
export type BatchFault = { field: string; message: string } & (
  | { code: 'not-valid' }
  | { code: 'too-long'; limit: number }
);
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

const wrong = (field: string, message: string): BatchFault => ({
  field,
  message,
  code: 'not-valid',
});
const tooLong = (field: string, limit: number): BatchFault => ({
  field,
  message: `at most ${limit} characters`,
  code: 'too-long',
  limit,
});

/** `limitsOf` knows the items of the form, and of each how long its texts may be. */
export function parseBatch(
  payload: unknown,
  limitsOf: (item: string) => TextLimits | undefined,
  languages: readonly string[],
): ParsedBatch {
  const list: unknown = isRecord(payload) ? payload['entries'] : undefined;
  if (!Array.isArray(list))
    return { outcome: 'invalid', faults: [wrong('entries', 'a list of entries')] };
  if (list.length === 0 || list.length > batchLimits.entries)
    return {
      outcome: 'invalid',
      faults: [wrong('entries', `1 to ${batchLimits.entries} entries`)],
    };
  const entries: Entry[] = [];
  const faults: BatchFault[] = [];
  for (const [index, value] of (list as unknown[]).entries()) {
    const parsed = parseEntry(value, limitsOf, languages);
    if ('field' in parsed) faults.push({ ...parsed, field: `entries.${index}.${parsed.field}` });
    else entries.push(parsed);
    const [before, own] = [seqOf(list[index - 1]), seqOf(value)];
    if (index > 0 && before !== undefined && own !== undefined && own !== before + 1)
      faults.push(wrong(`entries.${index}.seq`, 'one more than the entry before'));
  }
  return faults.length > 0 ? { outcome: 'invalid', faults } : { outcome: 'batch', entries };
}

function seqOf(value: unknown): number | undefined {
  const seq = isRecord(value) ? value['seq'] : undefined;
  return typeof seq === 'number' ? seq : undefined;
}

function parseEntry(
  value: unknown,
  limitsOf: (item: string) => TextLimits | undefined,
  languages: readonly string[],
): Entry | BatchFault {
  if (!isRecord(value)) return wrong('seq', 'an entry is an object');
  const { seq, item = null, response, at, kind = 'response' } = value;
  if (typeof seq !== 'number' || !Number.isInteger(seq) || seq < 1 || seq > 100_000)
    return wrong('seq', 'a whole number from 1 on');
  if (!isKind(kind)) return wrong('kind', `one of ${[...kinds].join(', ')}`);
  const limits = typeof item === 'string' ? limitsOf(item) : undefined;
  const isPlaced = item === null ? kind === 'language' : limits !== undefined;
  if (!isPlaced || (item !== null && typeof item !== 'string'))
    return wrong('item', 'an item of this form');
  if (typeof at !== 'string' || !instant.test(at) || Number.isNaN(Date.parse(at)))
    return wrong('at', 'an instant as in RFC 3339');
  if (kind === 'language' && !(typeof response === 'string' && languages.includes(response)))
    return wrong('response', 'a language of this exam');
  if (kind === 'flag' && typeof response !== 'boolean') return wrong('response', 'true or false');
  if (kind === 'response' && response !== null) {
    if (!isRecord(response))
      return wrong('response', 'response identifiers with their values, or null');
    for (const [identifier, part] of Object.entries(response)) {
      const limit = limits?.get(identifier) ?? textLimits.extended;
      if (hasLongerText(part, limit)) return tooLong(`response.${identifier}`, limit);
    }
  }
  let body: string;
  try {
    body = canonicalBody(response ?? null);
  } catch {
    return wrong('response', 'not a JSON value');
  }
  // PostgreSQL's text has no U+0000.
  if (body.includes('\\u0000')) return wrong('response', 'no NUL');
  if (body.length > batchLimits.bodyCharacters)
    return tooLong('response', batchLimits.bodyCharacters);
  return { seq, kind, item, body, claimedAt: new Date(at) };
}
