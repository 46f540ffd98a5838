// What the candidate did, in order, and how much of it the server has confirmed. Pure: the store keeps it
// in IndexedDB before anything is sent, and the sender moves `acknowledged` on.

export type EntryKind = 'response' | 'flag' | 'language' | 'view';

/** By response identifier; null takes an answer back. */
export type ItemResponse = Record<string, unknown> | null;

export interface Entry {
  seq: number;
  kind: EntryKind;
  item: string | null;
  response: unknown;
  /** The browser's clock: a claim, and sent as one. */
  at: string;
}

export interface Journal {
  /** Every entry up to this number is on the server. The server's own first row is 0. */
  acknowledged: number;
  pending: readonly Entry[];
}

export interface ServerState {
  acknowledged: number;
  answers: Readonly<Record<string, { response: ItemResponse; savedAt: string }>>;
  flags: readonly string[];
}

export const emptyJournal: Journal = { acknowledged: 0, pending: [] };

export function record(
  journal: Journal,
  act: { kind: EntryKind; item: string | null; response: unknown },
  at: Date,
): { journal: Journal; entry: Entry } {
  const entry = { ...act, seq: lastSeq(journal) + 1, at: at.toISOString() };
  return { journal: { ...journal, pending: [...journal.pending, entry] }, entry };
}

export const lastSeq = (journal: Journal): number =>
  journal.pending.at(-1)?.seq ?? journal.acknowledged;

/** The next entries to send: in order, without a hole, never more than the server takes at once. */
export function batch(
  journal: Journal,
  limit: { entries: number; characters: number },
  upTo = Infinity,
): Entry[] {
  const next: Entry[] = [];
  let characters = 0;
  for (const entry of journal.pending) {
    characters += JSON.stringify(entry).length;
    const full = next.length === limit.entries || characters > limit.characters;
    if (entry.seq > upTo || (full && next.length > 0)) break;
    next.push(entry);
  }
  return next;
}

/** The server confirms a number; an answer that arrives late or twice takes nothing back. */
export function acknowledge(journal: Journal, seq: number): Journal {
  if (seq <= journal.acknowledged) return journal;
  return { acknowledged: seq, pending: journal.pending.filter((entry) => entry.seq > seq) };
}

/**
 * Takes entries out that the server refused. A refused batch is refused whole, so the server has none of these numbers:
 * what follows moves up, and the numbers go on without a hole.
 */
export function takeOut(journal: Journal, numbers: ReadonlySet<number>): Journal {
  const left = journal.pending.filter((entry) => !numbers.has(entry.seq));
  return {
    ...journal,
    pending: left.map((entry, index) => ({ ...entry, seq: journal.acknowledged + 1 + index })),
  };
}

/**
 * The server knows numbers that this computer gave to something else, or lacks some that were confirmed:
 * the attempt went on elsewhere. What is unsent here is numbered anew behind the server's last entry,
 * except answers to items that were answered elsewhere later than here.
 */
export function rebase(journal: Journal, server: ServerState): Journal {
  const kept = journal.pending.filter((entry) => {
    if (entry.kind !== 'response' || entry.item === null) return true;
    const there = server.answers[entry.item];
    return there === undefined || Date.parse(entry.at) >= Date.parse(there.savedAt);
  });
  return {
    acknowledged: server.acknowledged,
    pending: kept.map((entry, index) => ({ ...entry, seq: server.acknowledged + 1 + index })),
  };
}

/** What stands now: the server's answers, then what is pending here. */
export function answersOf(
  journal: Journal,
  server: ServerState | undefined,
): Map<string, ItemResponse> {
  const answers = new Map<string, ItemResponse>();
  for (const [item, { response }] of Object.entries(server?.answers ?? {})) {
    if (response !== null) answers.set(item, response);
  }
  for (const { kind, item, response } of journal.pending) {
    if (kind !== 'response' || item === null) continue;
    if (response === null) answers.delete(item);
    else answers.set(item, response as Record<string, unknown>);
  }
  return answers;
}

export function flagsOf(journal: Journal, server: ServerState | undefined): Set<string> {
  const flags = new Set(server?.flags);
  for (const { kind, item, response } of journal.pending) {
    if (kind !== 'flag' || item === null) continue;
    if (response === true) flags.add(item);
    else flags.delete(item);
  }
  return flags;
}

/** What the server knows once it has confirmed up to `seq`. */
export function learn(server: ServerState, journal: Journal, seq: number, at: number): ServerState {
  const answers = { ...server.answers };
  const flags = new Set(server.flags);
  for (const entry of journal.pending) {
    if (entry.seq > seq || entry.item === null) continue;
    if (entry.kind === 'response') {
      const response = entry.response as Record<string, unknown> | null;
      answers[entry.item] = { response, savedAt: new Date(at).toISOString() };
    }
    if (entry.kind === 'flag' && entry.response === true) flags.add(entry.item);
    if (entry.kind === 'flag' && entry.response !== true) flags.delete(entry.item);
  }
  return { acknowledged: Math.max(seq, server.acknowledged), answers, flags: [...flags] };
}
