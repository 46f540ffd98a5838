import { Injectable } from '@nestjs/common';
import { createHash, randomInt } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { event } from '#libs/contracts';
import { inTransaction, publish } from '#libs/messaging';
import {
  appendAudit,
  Clock,
  newId,
  Problem,
  seal,
  type CallerIdentity,
  type Sealed,
} from '#libs/service-kit';
import { Settings } from '../config.ts';
import { assembleForm, commonLanguages, seededRandom } from '../domain/form/assemble-form.ts';
import { compileBody, contentOf, sayFaults } from '../domain/item/compile-body.ts';
import type { ItemBody } from '../domain/item/item-body.ts';
import { samePerson } from '../domain/item/item-version.ts';
import { poolOf } from '../store/form-store.ts';
import { openBody } from '../store/item-store.ts';
import {
  BlueprintTable,
  FormTable,
  ItemVersionTable,
  type BlueprintRecord,
  type FormRecord,
  type ItemVersionRow,
} from '../store/tables.ts';
import { handsOf, manifestOf } from './form-events.ts';
import { handOf } from './write-items.ts';

/** Forms: assembled from a published blueprint by one person, published by another. */
@Injectable()
export class AssembleForms {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  assemble(
    blueprintId: string,
    seed: number | undefined,
    caller: CallerIdentity,
  ): Promise<FormRecord> {
    return this.database.transaction(async (tx) => {
      const blueprint = await publishedBlueprint(tx, blueprintId);
      const chosenSeed = seed ?? randomInt(2 ** 31);
      const answer = assembleForm(
        blueprint.rows,
        await poolOf(tx, blueprint),
        seededRandom(chosenSeed),
      );
      if (answer.outcome === 'refused') {
        throw new Problem('unprocessable', {
          reason: 'not-enough-items',
          detail: 'The bank has too few published items for this blueprint.',
          errors: answer.missing.map(({ row, lacking }) => ({
            field: `rows.${row}`,
            message: `${lacking} more needed`,
          })),
        });
      }
      const languages = commonLanguages(answer.items);
      if (languages.length === 0) {
        throw new Problem('unprocessable', {
          reason: 'no-common-language',
          detail: 'No language is approved in all of the items.',
        });
      }
      const at = this.clock.now();
      const form = await tx.save(FormTable, {
        formId: newId(),
        blueprintId,
        title: blueprint.title,
        seed: chosenSeed,
        items: answer.items.map((item, index) => ({
          position: index + 1,
          itemId: item.itemId,
          itemVersion: item.version,
        })),
        languages,
        maxScore: answer.items.reduce((sum, item) => sum + item.maxScore, 0),
        state: 'draft' as const,
        assembler: handOf(caller),
        publisher: null,
        createdAt: at,
        publishedAt: null,
      });
      await appendAudit(tx, {
        act: 'form.assembled',
        actor: caller,
        subject: { kind: 'form', id: form.formId },
        reason: null,
        at,
        data: { blueprintId, seed: chosenSeed },
      });
      return form;
    });
  }

  /** One event for each item version, sealed, then the manifest: an immutable snapshot. */
  publish(formId: string, reason: string, caller: CallerIdentity): Promise<FormRecord> {
    return inTransaction(this.database, async (tx) => {
      const form = await tx.findOne(FormTable, {
        where: { formId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!form) throw new Problem('not-found');
      if (form.state === 'published')
        throw new Problem('conflict', { reason: 'already-published' });
      if (samePerson(form.assembler, handOf(caller))) {
        throw new Problem('forbidden', {
          reason: 'assembler-publishes',
          detail: 'Who assembled a form does not publish it.',
        });
      }
      const at = this.clock.now();
      const blueprint = await publishedBlueprint(tx, form.blueprintId);
      const publisher = handOf(caller);
      const digests = new Map<number, string>();
      for (const item of form.items) {
        const { itemId, itemVersion: version } = item;
        const row = await tx.findOneByOrFail(ItemVersionTable, { itemId, version });
        const sealed = this.sealedItem(form, row);
        const digest = digestOf(sealed);
        digests.set(item.position, digest);
        const data = { formId, ...item, digest, sealed, hands: handsOf(row) };
        await publish(
          tx,
          event('form.item-published', { key: formId, version: item.position, at, data }),
        );
      }
      const items = form.items.map((item) => ({
        ...item,
        digest: digests.get(item.position) ?? '',
      }));
      await publish(
        tx,
        event('form.published', {
          key: formId,
          version: items.length + 1,
          at,
          data: manifestOf({ ...form, publisher }, blueprint, items, at),
        }),
      );
      await appendAudit(tx, {
        act: 'form.published',
        actor: caller,
        subject: { kind: 'form', id: formId },
        reason,
        at,
      });
      return tx.save(FormTable, {
        ...form,
        state: 'published' as const,
        publisher,
        publishedAt: at,
      });
    });
  }

  private sealedItem(form: FormRecord, row: ItemVersionRow): Sealed {
    const { itemId, version } = row;
    const body = openBody(this.settings.sealKey, row);
    const compiled = compileBody(itemId, onlyIn(body, form.languages));
    if (compiled.outcome === 'refused')
      throw new Error(`item ${itemId}: ${sayFaults(compiled.problems)}`);
    return seal(
      this.settings.sealKey,
      JSON.stringify(contentOf(body, compiled.item)),
      `form-item:${form.formId}:${itemId}:${version}`,
    );
  }
}

async function publishedBlueprint(
  tx: EntityManager,
  blueprintId: string,
): Promise<BlueprintRecord> {
  const blueprint = await tx.findOneBy(BlueprintTable, { blueprintId });
  if (!blueprint) throw new Problem('not-found');
  if (blueprint.state !== 'published') {
    throw new Problem('conflict', {
      reason: 'blueprint-not-published',
      detail: 'Publish the blueprint first.',
    });
  }
  return blueprint;
}

function onlyIn(body: ItemBody, languages: readonly string[]): ItemBody {
  const kept = Object.entries(body.languages).filter(([language]) => languages.includes(language));
  return { ...body, languages: Object.fromEntries(kept) };
}

// Over the sealed bytes: a digest of the plain content would let a guess of the key be confirmed.
function digestOf({ iv, tag, ciphertext }: Sealed): string {
  return `sha256-${createHash('sha256').update(`${iv}.${tag}.${ciphertext}`).digest('base64url')}`;
}
