// Saves one attempt: each act goes to the store on this computer first, then in batches to the server.
// Everything it meets (server, store, clock, timers) is passed in.
import {
  acknowledge,
  batch,
  lastSeq,
  rebase,
  record,
  type Entry,
  type EntryKind,
  type Journal,
  type ServerState,
} from './journal.ts';
import type { Link } from './saving-state.ts';

/** What the server said to a batch; anything but an answer counts as unreachable. */
export type Sent =
  | { outcome: 'acknowledged'; seq: number; at: number }
  | { outcome: 'conflict' | 'moved' | 'closed' | 'unreachable' };

export interface SavingPorts {
  send: (entries: readonly Entry[]) => Promise<Sent>;
  readState: () => Promise<ServerState>;
  append: (entry: Entry) => Promise<unknown>;
  replace: (pending: readonly Entry[], server: ServerState) => Promise<unknown>;
  now: () => Date;
  wait: (milliseconds: number) => Promise<void>;
}

export interface Saving {
  journal: Journal;
  server: ServerState;
  link: Link;
  stored: boolean;
  savedAt: number | null;
}

const batchLimit = 100;
/** Typing makes many entries; a moment's wait makes them one batch. */
const gather = 350;
const backOff = [1_000, 2_000, 4_000, 8_000, 15_000];

export class AttemptSaving {
  #state: Saving;
  readonly #ports: SavingPorts;
  readonly #listeners = new Set<() => void>();
  #running = false;
  /** Entries up to here were offered to the store of this computer; only those are sent. */
  #offered: number;
  #failures = 0;
  #closed = false;
  #wake: (() => void) | null = null;

  constructor(ports: SavingPorts, begin: Saving) {
    this.#ports = ports;
    this.#state = begin;
    this.#offered = lastSeq(begin.journal);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Saving => this.#state;

  /** Nothing is sent that was not first offered to the store of this computer. */
  async record(act: { kind: EntryKind; item: string | null; response: unknown }): Promise<void> {
    const { journal, entry } = record(this.#state.journal, act, this.#ports.now());
    this.#change({ journal });
    try {
      await this.#ports.append(entry);
      this.#change({ stored: true });
    } catch {
      this.#change({ stored: false });
    }
    this.#offered = Math.max(this.#offered, entry.seq);
    this.push();
  }

  /** Starts sending unless it is under way; a waiting retry is brought forward. */
  push(): void {
    this.#wake?.();
    if (this.#running) return;
    this.#running = true;
    void this.#run().finally(() => {
      this.#running = false;
    });
  }

  /** Before submission: resolves true when nothing is pending any more. */
  async flush(): Promise<boolean> {
    for (let tries = 0; tries < 3 && this.#state.journal.pending.length > 0; tries++) {
      await this.#sendOnce();
      if (this.#ended()) break;
    }
    return this.#state.journal.pending.length === 0;
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  async #run(): Promise<void> {
    await this.#pause(gather);
    while (!this.#closed && !this.#ended() && this.#state.journal.pending.length > 0) {
      const reached = await this.#sendOnce();
      if (reached) this.#failures = 0;
      else await this.#pause(backOff[Math.min(this.#failures++, backOff.length - 1)] ?? 15_000);
    }
  }

  async #sendOnce(): Promise<boolean> {
    if (this.#state.link !== 'unreachable') this.#change({ link: 'sending' });
    const entries = batch(this.#state.journal, batchLimit, this.#offered);
    if (entries.length === 0) return false;
    const sent = await this.#ports.send(entries);
    switch (sent.outcome) {
      case 'acknowledged':
        await this.#acknowledged(sent.seq, sent.at);
        return true;
      case 'conflict':
        return this.#rebase();
      case 'moved':
      case 'closed':
        this.#change({ link: sent.outcome });
        return true;
      case 'unreachable':
        this.#change({ link: 'unreachable' });
        return false;
    }
  }

  async #acknowledged(seq: number, at: number): Promise<void> {
    const server = learn(this.#state.server, this.#state.journal, seq, at);
    const journal = acknowledge(this.#state.journal, seq);
    this.#change({ journal, server, link: 'idle', savedAt: at });
    await this.#keep();
  }

  async #rebase(): Promise<boolean> {
    try {
      const server = await this.#ports.readState();
      const journal = rebase(this.#state.journal, server);
      this.#offered = lastSeq(journal);
      this.#change({ server, journal, link: 'idle' });
      await this.#keep();
      return true;
    } catch {
      this.#change({ link: 'unreachable' });
      return false;
    }
  }

  async #keep(): Promise<void> {
    try {
      await this.#ports.replace(this.#state.journal.pending, this.#state.server);
    } catch {
      this.#change({ stored: false });
    }
  }

  #ended(): boolean {
    return this.#state.link === 'moved' || this.#state.link === 'closed';
  }

  async #pause(milliseconds: number): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    await Promise.race([this.#ports.wait(milliseconds), woken]);
    this.#wake = null;
  }

  #change(part: Partial<Saving>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

/** What the server knows once it has confirmed up to `seq`. */
function learn(server: ServerState, journal: Journal, seq: number, at: number): ServerState {
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
