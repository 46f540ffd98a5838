import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  appendAudit,
  Clock,
  newId,
  Problem,
  requireMatch,
  requireMatchIfSent,
  type CallerIdentity,
} from '#libs/service-kit';
import { maxMessageBytes } from '#libs/contracts';
import { Settings } from '../config.ts';
import { checkAsked } from '../domain/form/blueprint.ts';
import { checkItemBody } from '../domain/item/check-item-body.ts';
import type { ItemBody } from '../domain/item/item-body.ts';
import { edit, submit, type Hand } from '../domain/item/item-version.ts';
import { bodyColumns, lifeOf, lockNewestVersion, openBody } from '../store/item-store.ts';
import { latestFramework } from '../store/frameworks.ts';
import { ItemVersionTable, type ItemVersionRow } from '../store/tables.ts';
import { compileBody, contentOf, sayFaults } from '../domain/item/compile-body.ts';
import { refuse } from './refuse.ts';

/** What a message holds besides the content: ids, digest, hands, and a little for longer identifiers. */
const ENVELOPE = 8192;

export const handOf = (caller: CallerIdentity): Hand => ({
  account: caller.account,
  person: caller.person,
});

/** Writing: draft, change, submit, and a new version of what is published. */
@Injectable()
export class WriteItems {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  create(body: ItemBody, caller: CallerIdentity): Promise<ItemVersionRow> {
    return this.database.transaction(async (tx) => {
      await this.check(tx, body);
      return this.insert(tx, newId(), 1, body, caller);
    });
  }

  change(
    itemId: string,
    body: ItemBody,
    ifMatch: string | undefined,
    caller: CallerIdentity,
  ): Promise<ItemVersionRow> {
    return this.onNewest(itemId, async (tx, row) => {
      requireMatch(ifMatch, row.revision);
      const step = edit(lifeOf(row), handOf(caller));
      if (step.outcome === 'refused') refuse(step.reason);
      await this.check(tx, body);
      return tx.save(ItemVersionTable, {
        ...row,
        ...bodyColumns(this.settings.sealKey, itemId, row.version, body),
        authors: [...step.item.authors],
        revision: row.revision + 1,
        updatedAt: this.clock.now(),
      });
    });
  }

  submit(itemId: string, ifMatch: string | undefined): Promise<ItemVersionRow> {
    return this.onNewest(itemId, async (tx, row) => {
      requireMatchIfSent(ifMatch, row.revision);
      const step = submit(lifeOf(row));
      if (step.outcome === 'refused') refuse(step.reason);
      return tx.save(ItemVersionTable, {
        ...row,
        state: step.item.state,
        revision: row.revision + 1,
        updatedAt: this.clock.now(),
      });
    });
  }

  /** A draft of version n + 1 from the published version n; n itself never changes. */
  newVersion(itemId: string, caller: CallerIdentity): Promise<ItemVersionRow> {
    return this.onNewest(itemId, async (tx, row) => {
      if (row.state !== 'published')
        throw new Problem('conflict', {
          reason: 'draft-exists',
          detail: 'There is a version in work already.',
        });
      const body = openBody(this.settings.sealKey, row);
      const made = await this.insert(tx, itemId, row.version + 1, body, caller);
      const subject = { kind: 'item', id: itemId };
      await appendAudit(tx, {
        act: 'item.version-begun',
        actor: caller,
        subject,
        reason: null,
        at: made.createdAt,
        data: { version: made.version },
      });
      return made;
    });
  }

  private insert(
    tx: EntityManager,
    itemId: string,
    version: number,
    body: ItemBody,
    caller: CallerIdentity,
  ): Promise<ItemVersionRow> {
    const at = this.clock.now();
    const author = handOf(caller);
    return tx.save(ItemVersionTable, {
      itemId,
      version,
      state: 'draft',
      ...bodyColumns(this.settings.sealKey, itemId, version, body),
      author,
      authors: [author],
      reviews: [],
      publisher: null,
      revision: 1,
      createdAt: at,
      updatedAt: at,
      publishedAt: null,
    });
  }

  private async check(tx: EntityManager, body: ItemBody): Promise<void> {
    const errors = checkItemBody(body);
    const framework = await latestFramework(tx);
    if (framework) errors.push(...checkAsked('', body, framework.data));
    if (errors.length > 0)
      throw new Problem('invalid', { detail: 'The item is not complete.', errors });
    const compiled = compileBody('draft', body);
    if (compiled.outcome === 'refused') {
      throw new Problem('invalid', {
        reason: 'does-not-compile',
        detail: sayFaults(compiled.problems),
        errors: compiled.problems,
      });
    }
    // Sealed, it travels in base64: four bytes for three.
    const bytes = Buffer.byteLength(JSON.stringify(contentOf(body, compiled.item)));
    if (Math.ceil(bytes / 3) * 4 > maxMessageBytes - ENVELOPE) {
      const message = 'together too long for a message to the exams: shorten or divide it';
      throw new Problem('invalid', {
        reason: 'too-long',
        detail: `The item is ${message}.`,
        errors: [{ field: 'languages', message }],
      });
    }
  }

  private onNewest<T>(
    itemId: string,
    act: (tx: EntityManager, row: ItemVersionRow) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async (tx) => {
      const row = await lockNewestVersion(tx, itemId);
      if (!row) throw new Problem('not-found');
      return act(tx, row);
    });
  }
}
