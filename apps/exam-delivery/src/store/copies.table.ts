// What this service keeps of the others: rebuilt from the topics' start at any time, decided on by nobody else.

import { EntitySchema } from 'typeorm';
import type { EventData } from '#libs/contracts';
import type { Sealed } from '#libs/service-kit';

export type FrameworkCopy = {
  frameworkId: string;
  version: number;
  data: EventData<'framework.published'>;
};
export type AgencyCopy = { agencyId: string; code: string; title: object; version: number };
export type AffiliationCopy = {
  practitionerId: string;
  agencyId: string;
  region: string;
  active: boolean;
  version: number;
};
export type FormCopy = {
  formId: string;
  manifest: EventData<'form.published'>;
  /** Usable: every item of the manifest has come, with its digest. */
  complete: boolean;
  needsServer: boolean;
};
export type FormItemCopy = {
  formId: string;
  position: number;
  itemId: string;
  itemVersion: number;
  digest: string;
  /** As question-bank sealed it: content and scoring lie sealed here, too. */
  sealed: Sealed;
  /** Who wrote, reviewed and published the version; null of what was published before that was told. */
  hands: ItemHands | null;
};
export type ItemHands = NonNullable<EventData<'form.item-published'>['hands']>;

export const frameworkCopyTable = new EntitySchema<FrameworkCopy>({
  name: 'framework_copy',
  columns: {
    frameworkId: { type: 'uuid', primary: true, name: 'framework_id' },
    version: { type: 'integer', primary: true },
    data: { type: 'jsonb' },
  },
});

export const agencyCopyTable = new EntitySchema<AgencyCopy>({
  name: 'agency_copy',
  columns: {
    agencyId: { type: 'uuid', primary: true, name: 'agency_id' },
    code: { type: 'text' },
    title: { type: 'jsonb' },
    version: { type: 'bigint' },
  },
});

export const affiliationCopyTable = new EntitySchema<AffiliationCopy>({
  name: 'affiliation_copy',
  columns: {
    practitionerId: { type: 'uuid', primary: true, name: 'practitioner_id' },
    agencyId: { type: 'uuid', name: 'agency_id' },
    region: { type: 'text' },
    active: { type: 'boolean' },
    version: { type: 'bigint' },
  },
});

export const formCopyTable = new EntitySchema<FormCopy>({
  name: 'form_copy',
  columns: {
    formId: { type: 'uuid', primary: true, name: 'form_id' },
    manifest: { type: 'jsonb' },
    complete: { type: 'boolean' },
    needsServer: { type: 'boolean', name: 'needs_server' },
  },
});

export const formItemCopyTable = new EntitySchema<FormItemCopy>({
  name: 'form_item_copy',
  columns: {
    formId: { type: 'uuid', primary: true, name: 'form_id' },
    position: { type: 'integer', primary: true },
    itemId: { type: 'uuid', name: 'item_id' },
    itemVersion: { type: 'integer', name: 'item_version' },
    digest: { type: 'text' },
    sealed: { type: 'jsonb' },
    hands: { type: 'jsonb', nullable: true },
  },
});
