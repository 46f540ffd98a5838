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

export const journalStore = {
  attempt: (attemptId: string) => database.attempts.get(attemptId),

  attemptOf: (sittingId: string) => database.attempts.where({ sittingId }).last(),

  keepAttempt: (attempt: KeptAttempt) => database.attempts.put(attempt),

  change: (attemptId: string, change: Partial<KeptAttempt>) =>
    database.attempts.update(attemptId, change),

  async pending(attemptId: string): Promise<Entry[]> {
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
    const rows = await database.refused.where({ attemptId }).sortBy('id');
    const entries = rows.map(({ attemptId: _, id: __, ...entry }) => entry);
    return entries.filter((entry) => !entry.superseded);
  },

  supersede: (attemptId: string, item: string) =>
    database.refused
      .where({ attemptId })
      .filter((entry) => entry.item === item)
      .modify({ superseded: true }),

  package: (digest: string) => database.packages.get(digest),

  keepPackage: (digest: string, bytes: ArrayBuffer) => database.packages.put({ digest, bytes }),

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
