import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  appendAudit,
  Clock,
  Problem,
  requireMatchIfSent,
  type CallerIdentity,
} from '#libs/service-kit';
import type { Language } from '../domain/item/item-body.ts';
import { publish, review, type Review } from '../domain/item/item-version.ts';
import { lifeOf, lockNewestVersion } from '../store/item-store.ts';
import { ItemVersionTable, type ItemVersionRow } from '../store/tables.ts';
import { refuse } from './refuse.ts';
import { handOf } from './write-items.ts';

export interface Verdict {
  readonly verdict: Review['verdict'];
  readonly comment: string;
  /** Absent: all languages of the item. */
  readonly languages?: readonly Language[];
}

/** Judging: a second person reviews, a third publishes. Both are acts of authority. */
@Injectable()
export class DecideItems {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** With `ifMatch`, only of the revision that was read: it may have been returned and changed since. */
  review(
    itemId: string,
    verdict: Verdict,
    ifMatch: string | undefined,
    caller: CallerIdentity,
  ): Promise<ItemVersionRow> {
    return this.decide(itemId, ifMatch, async (tx, row, at) => {
      const present = row.languages as Language[];
      const done: Review = {
        by: handOf(caller),
        at: at.toISOString(),
        verdict: verdict.verdict,
        comment: verdict.comment,
        languages: verdict.languages ?? present,
      };
      const step = review(lifeOf(row), done, present);
      if (step.outcome === 'refused') refuse(step.reason);
      await this.record(
        tx,
        `item.${verdict.verdict === 'approve' ? 'approved' : 'returned'}`,
        row,
        verdict.comment,
        caller,
        at,
      );
      return { state: step.item.state, reviews: [...step.item.reviews] };
    });
  }

  publish(
    itemId: string,
    reason: string,
    ifMatch: string | undefined,
    caller: CallerIdentity,
  ): Promise<ItemVersionRow> {
    return this.decide(itemId, ifMatch, async (tx, row, at) => {
      const step = publish(lifeOf(row), handOf(caller));
      if (step.outcome === 'refused') refuse(step.reason);
      await this.record(tx, 'item.published', row, reason, caller, at);
      return { state: step.item.state, publisher: step.item.publisher, publishedAt: at };
    });
  }

  private decide(
    itemId: string,
    ifMatch: string | undefined,
    act: (tx: EntityManager, row: ItemVersionRow, at: Date) => Promise<Partial<ItemVersionRow>>,
  ): Promise<ItemVersionRow> {
    return this.database.transaction(async (tx) => {
      const row = await lockNewestVersion(tx, itemId);
      if (!row) throw new Problem('not-found');
      requireMatchIfSent(ifMatch, row.revision);
      const at = this.clock.now();
      const change = await act(tx, row, at);
      return tx.save(ItemVersionTable, {
        ...row,
        ...change,
        revision: row.revision + 1,
        updatedAt: at,
      });
    });
  }

  private record(
    tx: EntityManager,
    act: string,
    row: ItemVersionRow,
    reason: string,
    actor: CallerIdentity,
    at: Date,
  ): Promise<void> {
    const subject = { kind: 'item', id: row.itemId };
    return appendAudit(tx, { act, actor, subject, reason, at, data: { version: row.version } });
  }
}
