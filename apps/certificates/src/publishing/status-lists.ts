// The signed status lists, held in memory: made anew when a certificate's state changes, and before
// they grow old. While the database is away they are served as they were, and so grow old: a reader
// then says "cannot tell how it stands now", which is the truth.
import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { createBits, FEWEST_ENTRIES, issueStatusList, openStatusList } from '#libs/credentials';
import type { JsonObject, OpenedStatusList, StatusPurpose } from '#libs/credentials';
import { afterCommit } from '#libs/messaging';
import { Clock, log } from '#libs/service-kit';
import { CertificatesConfig } from '../config.ts';
import { addList, markedPlaces, statusLists } from '../store/status-entries.ts';
import { NudgedLoop } from './nudged-loop.ts';
import { SigningKeys } from './signing-keys.ts';
import { trustOf } from './trust-file.ts';

export const PURPOSES = ['revocation', 'suspension'] as const satisfies StatusPurpose[];
export { FEWEST_ENTRIES as PLACES_IN_A_LIST };

type Published = {
  readonly changes: number;
  /** By which it is signed: once that is replaced, the list is made anew. */
  readonly key: string;
  readonly madeAt: number;
  readonly documents: ReadonlyMap<
    StatusPurpose,
    { document: JsonObject; opened: OpenedStatusList }
  >;
};

@Injectable()
export class StatusLists implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly published = new Map<number, Published>();
  private readonly loop: NudgedLoop;
  private refreshing: Promise<boolean> = Promise.resolve(false);

  constructor(
    private readonly database: DataSource,
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
    private readonly config: CertificatesConfig,
  ) {
    this.loop = new NudgedLoop(() => this.refresh(), {
      idleMs: 500,
      failed: (error) => log.warn({ err: error }, 'the status lists could not be renewed'),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await addList(this.database.manager, 1);
    await this.refresh();
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** To be called in the transaction that changes a list or begins one. */
  renewAfter(tx: EntityManager): void {
    afterCommit(tx, this, () => this.loop.nudge());
  }

  isPublished(list: number): boolean {
    return this.published.has(list);
  }

  address(list: number, purpose: StatusPurpose): string {
    return `${this.config.publicOrigin}/status/${list}-${purpose}`;
  }

  /** The document at /status/<name>; null where there is none. */
  document(name: string): JsonObject | null {
    const [, list, purpose] = /^([1-9][0-9]{0,8})-(revocation|suspension)$/.exec(name) ?? [];
    const documents = this.published.get(Number(list))?.documents;
    return documents?.get(purpose as StatusPurpose)?.document ?? null;
  }

  documentsOf(list: number): JsonObject[] {
    return [...(this.published.get(list)?.documents.values() ?? [])].map(
      ({ document }) => document,
    );
  }

  /** All of them, checked and unpacked once, for verifying many. */
  opened(): OpenedStatusList[] {
    return [...this.published.values()].flatMap(({ documents }) =>
      [...documents.values()].map(({ opened }) => opened),
    );
  }

  /**
   * Makes anew what changed, what a former key signed, and what is half as old as it may get. One at a
   * time, each caller's in turn.
   */
  refresh(): Promise<boolean> {
    const next = this.refreshing.catch(() => false).then(() => this.renew());
    this.refreshing = next;
    return next;
  }

  private async renew(): Promise<boolean> {
    await this.keys.refresh(this.database.manager);
    const key = this.keys.issuing.verificationMethod;
    const now = this.clock.now();
    let renewed = false;
    for (const { id, changes } of await statusLists(this.database.manager)) {
      const known = this.published.get(id);
      const age = Math.abs(now.getTime() - (known?.madeAt ?? 0));
      const isYoung = age < this.config.statusTtlSeconds * 500;
      if (known?.changes === changes && known.key === key && isYoung) continue;
      this.published.set(id, { changes, key, ...(await this.make(id, now)) });
      renewed = true;
    }
    return renewed;
  }

  private async make(list: number, at: Date): Promise<Pick<Published, 'madeAt' | 'documents'>> {
    const bits = { revocation: createBits(), suspension: createBits() };
    for (const { index, state } of await markedPlaces(this.database.manager, list)) {
      const row = bits[state === 'withdrawn' ? 'revocation' : 'suspension'];
      row[index >> 3] = (row[index >> 3] ?? 0) | (0x80 >> (index & 7));
    }
    const documents = new Map<StatusPurpose, { document: JsonObject; opened: OpenedStatusList }>();
    for (const purpose of PURPOSES) {
      const draft = {
        id: this.address(list, purpose),
        issuer: this.keys.did,
        purpose,
        bits: bits[purpose],
        ttl: this.config.statusTtlSeconds,
      };
      const document = await issueStatusList(draft, this.keys.issuing, at);
      const opened = await openStatusList(document, trustOf(this.keys, this.config), at);
      documents.set(purpose, { document, opened });
    }
    return { madeAt: at.getTime(), documents };
  }
}
