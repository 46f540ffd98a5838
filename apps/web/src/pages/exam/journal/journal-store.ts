import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Language } from '../../../i18n/languages.ts';
import type { Entry, ServerState } from './journal.ts';
import type { RefusedEntry } from './refused.ts';

/** What this computer needs to go on with an attempt after a reload, without the network if need be. */
export interface KeptAttempt {
  attemptId: string;
  sittingId: string;
  token: string;
  formId: string;
  packageDigest: string;
  packageKey: string;
  choiceOrder: Record<string, Record<string, string[]>>;
  deadline: string;
  /** Server's time minus this computer's, in milliseconds, when last heard. */
  offset: number;
  language: Language;
  languageSwitch: boolean;
  server: ServerState;
  receipt: unknown;
}

interface KeptEntry extends Entry {
  attemptId: string;
}

interface KeptRefused extends RefusedEntry {
  id?: number;
  attemptId: string;
}

interface KeptPackage {
  digest: string;
  bytes: ArrayBuffer;
}

class JournalDatabase extends Dexie {
  declare attempts: EntityTable<KeptAttempt, 'attemptId'>;
  declare entries: Table<KeptEntry, [string, number]>;
  declare refused: Table<KeptRefused, number>;
  declare packages: EntityTable<KeptPackage, 'digest'>;

  constructor() {
    super('sanad-exam');
    this.version(1).stores({
      attempts: 'attemptId, sittingId',
      entries: '[attemptId+seq], attemptId',
      packages: 'digest',
    });
    this.version(2).stores({ refused: '++id, attemptId' });
  }
}

const database = new JournalDatabase();

/**
 * What a browser that stores nothing has until its page is closed or loaded again: enough to sit the exam, which the
 * server then resumes. Answers are never here: that one is stored is said only when it is.
 */
const inPage = {
  attempts: new Map<string, KeptAttempt>(),
  packages: new Map<string, KeptPackage>(),
};

export const journalStore = {
  async attempt(attemptId: string): Promise<KeptAttempt | undefined> {
    return inPage.attempts.get(attemptId) ?? (await database.attempts.get(attemptId));
  },

  async attemptOf(sittingId: string): Promise<KeptAttempt | undefined> {
    const here = [...inPage.attempts.values()].findLast((one) => one.sittingId === sittingId);
    // What cannot be read is not there: the server has the attempt and releases its key again.
    const read = () => database.attempts.where({ sittingId }).last();
    return here ?? (await read().catch(() => undefined));
  },

  async keepAttempt(attempt: KeptAttempt): Promise<void> {
    try {
      await database.attempts.put(attempt);
      inPage.attempts.delete(attempt.attemptId);
    } catch {
      inPage.attempts.set(attempt.attemptId, attempt);
    }
  },

  async change(attemptId: string, change: Partial<KeptAttempt>): Promise<void> {
    const here = inPage.attempts.get(attemptId);
    if (here) inPage.attempts.set(attemptId, { ...here, ...change });
    else await database.attempts.update(attemptId, change);
  },

  async pending(attemptId: string): Promise<Entry[]> {
    if (inPage.attempts.has(attemptId)) return [];
    const rows = await database.entries.where({ attemptId }).sortBy('seq');
    return rows.map(({ attemptId: _, ...entry }) => entry);
  },

  /** Resolves when the entry is on disk as far as the browser says. */
  append: (attemptId: string, entry: Entry) => database.entries.put({ ...entry, attemptId }),

  /** The pending entries are exactly these; those that were refused are kept for good. */
  async replace(
    attemptId: string,
    pending: readonly Entry[],
    server: ServerState,
    refused: readonly RefusedEntry[],
  ): Promise<void> {
    const { entries, attempts } = database;
    await database.transaction('rw', entries, attempts, database.refused, async () => {
      await entries.where({ attemptId }).delete();
      await entries.bulkPut(pending.map((entry) => ({ ...entry, attemptId })));
      await database.refused.bulkAdd(refused.map((entry) => ({ ...entry, attemptId })));
      await attempts.update(attemptId, { server });
    });
  },

  async refused(attemptId: string): Promise<RefusedEntry[]> {
    if (inPage.attempts.has(attemptId)) return [];
    const rows = await database.refused.where({ attemptId }).sortBy('id');
    const entries = rows.map(({ attemptId: _, id: __, ...entry }) => entry);
    return entries.filter((entry) => !entry.superseded);
  },

  supersede: (attemptId: string, item: string) =>
    database.refused
      .where({ attemptId })
      .filter((entry) => entry.item === item)
      .modify({ superseded: true }),

  async package(digest: string): Promise<KeptPackage | undefined> {
    return inPage.packages.get(digest) ?? (await database.packages.get(digest));
  },

  async keepPackage(digest: string, bytes: ArrayBuffer): Promise<void> {
    const kept = { digest, bytes };
    await database.packages.put(kept).catch(() => inPage.packages.set(digest, kept));
  },

  /** Whether this browser keeps anything at all: private windows and full disks do not. */
  async works(): Promise<boolean> {
    try {
      const digest = 'check';
      await database.packages.put({ digest, bytes: new ArrayBuffer(8) });
      await database.packages.delete(digest);
      return true;
    } catch {
      return false;
    }
  },
};
