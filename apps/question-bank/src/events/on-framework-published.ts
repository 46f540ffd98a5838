import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Event } from '#libs/contracts';
import { On } from '#libs/messaging';
import { FrameworkCopyTable } from '../store/tables.ts';

/** The copy that says which competencies and levels an item or a blueprint may name. */
@Controller()
export class OnFrameworkPublished {
  @On('framework.published', { kind: 'copy', tables: ['framework_copy'] })
  async keep({ data }: Event<'framework.published'>, tx: EntityManager): Promise<void> {
    const { frameworkId, version } = data;
    await tx.upsert(FrameworkCopyTable, { frameworkId, version, data }, ['frameworkId', 'version']);
  }
}
