import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Event } from '#libs/contracts';
import { On } from '#libs/messaging';
import { Settings } from '../config.ts';
import { completeForm } from '../store/complete-form.ts';
import {
  affiliationCopyTable,
  agencyCopyTable,
  formCopyTable,
  formItemCopyTable,
  frameworkCopyTable,
} from '../store/copies.table.ts';

/** What this service keeps of the others, so that it asks nobody while an exam runs. */
@Controller()
export class CopiesController {
  constructor(private readonly settings: Settings) {}

  @On('framework.published', { kind: 'copy', tables: ['framework_copy'] })
  async frameworkPublished({ data }: Event<'framework.published'>, tx: EntityManager) {
    const { frameworkId, version } = data;
    await tx.upsert(frameworkCopyTable, { frameworkId, version, data }, ['frameworkId', 'version']);
  }

  @On('agency.changed', { kind: 'copy', tables: ['agency_copy'] })
  async agencyChanged({ data, version }: Event<'agency.changed'>, tx: EntityManager) {
    const { agencyId, code, title } = data;
    await tx.upsert(agencyCopyTable, { agencyId, code, title, version }, ['agencyId']);
  }

  @On('affiliation.changed', { kind: 'copy', tables: ['affiliation_copy'] })
  async affiliationChanged({ data, version }: Event<'affiliation.changed'>, tx: EntityManager) {
    const { practitionerId, agencyId, region, active } = data;
    await tx.upsert(affiliationCopyTable, { practitionerId, agencyId, region, active, version }, [
      'practitionerId',
    ]);
  }

  @On('form.item-published', { kind: 'copy', tables: ['form_item_copy'] })
  async formItemPublished({ data }: Event<'form.item-published'>, tx: EntityManager) {
    const row = { ...data, hands: data.hands ?? null };
    await tx.upsert(formItemCopyTable, row, ['formId', 'position']);
    await completeForm(tx, data.formId, this.settings.sealKey);
  }

  @On('form.published', { kind: 'copy', tables: ['form_copy'] })
  async formPublished({ data }: Event<'form.published'>, tx: EntityManager) {
    const { formId } = data;
    await tx.upsert(
      formCopyTable,
      { formId, manifest: data, complete: false, needsServer: false },
      ['formId'],
    );
    await completeForm(tx, formId, this.settings.sealKey);
  }
}
