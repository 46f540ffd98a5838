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
import type { BlueprintRow } from '../domain/form/assemble-form.ts';
import { checkBlueprint, type Words } from '../domain/form/blueprint.ts';
import { samePerson, type Hand } from '../domain/item/item-version.ts';
import { frameworkVersion } from '../store/frameworks.ts';
import { BlueprintTable, type BlueprintRecord } from '../store/tables.ts';
import { handOf } from './write-items.ts';

export interface BlueprintPlan {
  readonly title: Words;
  readonly frameworkId: string;
  readonly frameworkVersion: number;
  readonly competencyCode: string;
  readonly level: number;
  readonly rows: readonly BlueprintRow[];
}

/** Blueprints: planned by one person, published by another, never changed after. */
@Injectable()
export class PlanBlueprints {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  create(plan: BlueprintPlan, caller: CallerIdentity): Promise<BlueprintRecord> {
    return this.database.transaction(async (tx) =>
      tx.save(BlueprintTable, {
        blueprintId: newId(),
        ...(await this.columns(tx, plan)),
        state: 'draft' as const,
        author: handOf(caller),
        editors: [],
        revision: 1,
        createdAt: this.clock.now(),
        publishedAt: null,
      }),
    );
  }

  change(
    blueprintId: string,
    plan: BlueprintPlan,
    ifMatch: string | undefined,
    caller: CallerIdentity,
  ): Promise<BlueprintRecord> {
    return this.database.transaction(async (tx) => {
      const found = await draft(tx, blueprintId);
      requireMatch(ifMatch, found.revision);
      const hand = handOf(caller);
      return tx.save(BlueprintTable, {
        ...found,
        ...(await this.columns(tx, plan)),
        editors: isAuthor(found, hand) ? found.editors : [...found.editors, hand],
        revision: found.revision + 1,
      });
    });
  }

  publish(
    blueprintId: string,
    reason: string,
    ifMatch: string | undefined,
    caller: CallerIdentity,
  ): Promise<BlueprintRecord> {
    return this.database.transaction(async (tx) => {
      const found = await draft(tx, blueprintId);
      requireMatchIfSent(ifMatch, found.revision);
      if (isAuthor(found, handOf(caller))) {
        throw new Problem('forbidden', {
          reason: 'author-publishes',
          detail: 'Who planned a blueprint does not publish it.',
        });
      }
      const at = this.clock.now();
      await appendAudit(tx, {
        act: 'blueprint.published',
        actor: caller,
        subject: { kind: 'blueprint', id: blueprintId },
        reason,
        at,
      });
      return tx.save(BlueprintTable, {
        ...found,
        state: 'published' as const,
        publishedAt: at,
        revision: found.revision + 1,
      });
    });
  }

  private async columns(tx: EntityManager, plan: BlueprintPlan) {
    const framework = await frameworkVersion(tx, plan.frameworkId, plan.frameworkVersion);
    if (!framework) {
      throw new Problem('unprocessable', {
        reason: 'framework-unknown',
        detail: 'This framework version has not been published, or has not arrived here yet.',
      });
    }
    const errors = checkBlueprint(plan, framework.data);
    if (errors.length > 0)
      throw new Problem('invalid', {
        detail: 'The blueprint asks for what the framework does not have.',
        errors,
      });
    const competency = framework.data.competencies.find(({ code }) => code === plan.competencyCode);
    return {
      title: plan.title,
      frameworkId: plan.frameworkId,
      frameworkVersion: plan.frameworkVersion,
      competencyId: competency?.competencyId ?? '',
      competencyCode: plan.competencyCode,
      level: plan.level,
      rows: [...plan.rows],
    };
  }
}

const isAuthor = ({ author, editors }: BlueprintRecord, hand: Hand): boolean =>
  [author, ...editors].some((one) => samePerson(one, hand));

async function draft(tx: EntityManager, blueprintId: string): Promise<BlueprintRecord> {
  const found = await tx.findOne(BlueprintTable, {
    where: { blueprintId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!found) throw new Problem('not-found');
  if (found.state === 'published')
    throw new Problem('conflict', {
      reason: 'already-published',
      detail: 'A published blueprint does not change.',
    });
  return found;
}
