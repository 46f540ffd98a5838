// Answers that the server refused: set apart, kept on this computer, never counted as saved.
import type { Entry, ItemResponse, Journal } from './journal.ts';

export type Why = { code: 'too-long'; limit: number } | { code: 'not-valid' };

export interface RefusedEntry extends Entry {
  why: Why;
  /** Answered anew since, or no answer at all: kept, but nothing for the candidate to do. */
  superseded: boolean;
}

/** Which entries of a refused batch are at fault; none when the server did not name them. */
export type Fault = { seq: number; why: Why };

interface FieldError {
  field: string;
  code?: string;
  limit?: number;
}

/** A fault of the numbers alone is none of the entries: how the journal stands has to be asked first. */
export type Faults = { about: 'numbers' } | { about: 'entries'; faults: Fault[] };

/** Reads the places `entries.2.response...` of a refusal. */
export function faultsOf(errors: readonly FieldError[], sent: readonly Entry[]): Faults {
  const faults = new Map<number, Why>();
  let numbers = false;
  for (const { field, code, limit } of errors) {
    const [, index, part] = /^entries\.(\d+)(?:\.(\w+))?/.exec(field) ?? [];
    const entry = index === undefined ? undefined : sent[Number(index)];
    if (part === 'seq') numbers = true;
    else if (entry !== undefined && !faults.has(entry.seq))
      faults.set(
        entry.seq,
        code === 'too-long' && limit !== undefined ? { code, limit } : { code: 'not-valid' },
      );
  }
  if (faults.size === 0 && numbers) return { about: 'numbers' };
  return { about: 'entries', faults: [...faults].map(([seq, why]) => ({ seq, why })) };
}

/** The entries to take out, with the reason of each; of one question only the last answer of `before` matters. */
export function refuse(before: Journal, faults: readonly Fault[]): RefusedEntry[] {
  const why = new Map(faults.map((fault) => [fault.seq, fault.why]));
  return before.pending.flatMap((entry) => {
    const reason = why.get(entry.seq);
    if (reason === undefined) return [];
    const later = before.pending.filter(({ seq }) => seq > entry.seq);
    const superseded =
      entry.kind !== 'response' || later.some((each) => isAnswerTo(entry.item, each));
    return [{ ...entry, why: reason, superseded }];
  });
}

const isAnswerTo = (item: string | null, entry: Entry): boolean =>
  entry.kind === 'response' && entry.item === item;

/** Answering anew takes the mark away: the new answer is what is to be saved now. */
export const withoutItem = (
  refused: readonly RefusedEntry[],
  item: string | null,
): readonly RefusedEntry[] =>
  refused.some((entry) => entry.item === item)
    ? refused.filter((entry) => entry.item !== item)
    : refused;

/** By question: what the candidate answered last and the server did not take. */
export function refusedAnswers(refused: readonly RefusedEntry[]): Map<string, RefusedEntry> {
  const standing = refused.filter(
    (entry) => !entry.superseded && entry.kind === 'response' && entry.item !== null,
  );
  return new Map(standing.map((entry) => [entry.item ?? '', entry]));
}

/** What the fields of a question show: what was typed last, saved or not. */
export const shownAnswer = (
  refused: RefusedEntry | undefined,
  answer: ItemResponse | undefined,
): ItemResponse => (refused ? (refused.response as ItemResponse) : (answer ?? null));
