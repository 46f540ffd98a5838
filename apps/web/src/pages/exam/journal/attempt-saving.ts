// Saves one attempt: each act goes to the store on this computer first, then in batches to the server.
// Everything it meets (server, store, clock, timers) is passed in.
import {
  acknowledge,
  batch,
  lastSeq,
  learn,
  rebase,
  record,
  takeOut,
  type Entry,
  type EntryKind,
} from './journal.ts';
import { refuse, withoutItem, type Fault, type RefusedEntry } from './refused.ts';
import type { Saving, SavingPorts } from './saving.ts';

/** The server takes 200 entries, and no body over 1 MiB; a Cyrillic letter has two bytes. */
const batchLimit = { entries: 100, characters: 250_000 };
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
  /** Halved while a batch does not arrive, or is refused and does not say which of its entries is at fault. */
  #most = batchLimit.entries;
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
    const answered = act.kind === 'response' ? act.item : null;
    const refused =
      answered === null ? this.#state.refused : withoutItem(this.#state.refused, answered);
    const anew = refused !== this.#state.refused;
    this.#change({ journal, refused });
    try {
      await this.#ports.append(entry);
      if (anew && answered !== null) await this.#ports.supersede(answered);
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
    for (let failures = 0; failures < 3 && this.#state.journal.pending.length > 0;) {
      if (!(await this.#sendOnce())) failures++;
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
    const limit = { ...batchLimit, entries: this.#most };
    const entries = batch(this.#state.journal, limit, this.#offered);
    if (entries.length === 0) return false;
    const sent = await this.#ports.send(entries);
    switch (sent.outcome) {
      case 'acknowledged':
        await this.#acknowledged(sent.seq, sent.at);
        return true;
      case 'refused':
        await this.#refused(entries, sent.faults);
        return true;
      case 'conflict':
        return this.#rebase();
      case 'moved':
      case 'closed':
        this.#change({ link: sent.outcome });
        return true;
      case 'unreachable':
        // A slow connection may carry half of it in time.
        this.#most = Math.ceil(entries.length / 2);
        this.#change({ link: 'unreachable' });
        return false;
    }
  }

  async #acknowledged(seq: number, at: number): Promise<void> {
    this.#most = Math.min(2 * this.#most, batchLimit.entries);
    const server = learn(this.#state.server, this.#state.journal, seq, at);
    const journal = acknowledge(this.#state.journal, seq);
    this.#change({ journal, server, link: 'idle', savedAt: at });
    await this.#keep();
  }

  /** Sets apart what is at fault, and goes on with the others; each refusal leaves fewer entries or a smaller batch. */
  async #refused(entries: readonly Entry[], named: readonly Fault[]): Promise<void> {
    const [only] = entries;
    if (named.length === 0 && entries.length > 1) {
      this.#most = Math.ceil(entries.length / 2);
      return;
    }
    const unnamed: Fault[] = only ? [{ seq: only.seq, why: { code: 'not-valid' } }] : [];
    const faults = named.length > 0 ? named : unnamed;
    const apart = refuse(this.#state.journal, faults);
    const journal = takeOut(this.#state.journal, new Set(faults.map(({ seq }) => seq)));
    const standing = apart.filter((entry) => !entry.superseded);
    const others = standing.reduce(
      (left, { item }) => withoutItem(left, item),
      this.#state.refused,
    );
    this.#most = batchLimit.entries;
    this.#offered = lastSeq(journal);
    this.#change({ journal, refused: [...others, ...standing], link: 'idle' });
    await this.#keep(apart);
  }

  /** False when it changed nothing: asking again at once would lead round in a circle. */
  async #rebase(): Promise<boolean> {
    try {
      const before = this.#state.journal;
      const server = await this.#ports.readState();
      const journal = rebase(this.#state.journal, server);
      this.#offered = lastSeq(journal);
      this.#change({ server, journal, link: 'idle' });
      await this.#keep();
      return (
        journal.acknowledged !== before.acknowledged ||
        journal.pending[0]?.seq !== before.pending[0]?.seq
      );
    } catch {
      this.#change({ link: 'unreachable' });
      return false;
    }
  }

  async #keep(refused: readonly RefusedEntry[] = []): Promise<void> {
    try {
      await this.#ports.replace(this.#state.journal.pending, this.#state.server, refused);
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
