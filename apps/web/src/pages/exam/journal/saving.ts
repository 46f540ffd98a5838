// What saving an attempt knows, and what it meets.
import type { Entry, Journal, ServerState } from './journal.ts';
import type { Fault, RefusedEntry } from './refused.ts';
import type { Link } from './saving-state.ts';

/** What the server said to a batch; anything but an answer counts as unreachable. */
export type Sent =
  | { outcome: 'acknowledged'; seq: number; at: number }
  /** The batch was not taken because of these entries; of whichever, if none is named. */
  | { outcome: 'refused'; faults: readonly Fault[] }
  | { outcome: 'conflict' | 'moved' | 'closed' | 'unreachable' };

export interface SavingPorts {
  send: (entries: readonly Entry[]) => Promise<Sent>;
  readState: () => Promise<ServerState>;
  append: (entry: Entry) => Promise<unknown>;
  /** What is pending, and what is refused besides: in one go, so that no entry is lost between. */
  replace: (
    pending: readonly Entry[],
    server: ServerState,
    refused: readonly RefusedEntry[],
  ) => Promise<unknown>;
  /** A refused answer to this question was answered anew. */
  supersede: (item: string) => Promise<unknown>;
  now: () => Date;
  wait: (milliseconds: number) => Promise<void>;
}

export interface Saving {
  journal: Journal;
  server: ServerState;
  refused: readonly RefusedEntry[];
  link: Link;
  stored: boolean;
  savedAt: number | null;
}
