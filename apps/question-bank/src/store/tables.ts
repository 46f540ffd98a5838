import { EntitySchema } from 'typeorm';
import type { Sealed } from '#libs/service-kit';
import type { EventData } from '#libs/contracts';
import type { Words } from '../domain/form/blueprint.ts';
import type { BlueprintRow } from '../domain/form/assemble-form.ts';
import type { Hand, ItemState, Review } from '../domain/item/item-version.ts';

/** Content and key lie sealed; what searching and assembling need lies in the clear. */
export interface ItemVersionRow {
  itemId: string;
  version: number;
  state: ItemState;
  competencyCode: string;
  level: number;
  cognitiveDemand: string;
  interaction: string;
  languages: string[];
  maxScore: number;
  sealed: Sealed;
  author: Hand;
  authors: Hand[];
  reviews: Review[];
  publisher: Hand | null;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
  publishedAt: Date | null;
}

export const ItemVersionTable = new EntitySchema<ItemVersionRow>({
  name: 'item_version',
  columns: {
    itemId: { name: 'item_id', type: 'uuid', primary: true },
    version: { type: 'int', primary: true },
    state: { type: 'text' },
    competencyCode: { name: 'competency_code', type: 'text' },
    level: { type: 'int' },
    cognitiveDemand: { name: 'cognitive_demand', type: 'text' },
    interaction: { type: 'text' },
    languages: { type: 'text', array: true },
    maxScore: { name: 'max_score', type: 'float8' },
    sealed: { type: 'jsonb' },
    author: { type: 'jsonb' },
    authors: { type: 'jsonb' },
    reviews: { type: 'jsonb' },
    publisher: { type: 'jsonb', nullable: true },
    revision: { type: 'int' },
    createdAt: { name: 'created_at', type: 'timestamptz' },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    publishedAt: { name: 'published_at', type: 'timestamptz', nullable: true },
  },
});

export interface BlueprintRecord {
  blueprintId: string;
  title: Words;
  frameworkId: string;
  frameworkVersion: number;
  competencyId: string;
  competencyCode: string;
  level: number;
  rows: BlueprintRow[];
  state: 'draft' | 'published';
  author: Hand;
  /** Who else changed the draft: none of them publishes it. */
  editors: Hand[];
  revision: number;
  createdAt: Date;
  publishedAt: Date | null;
}

export const BlueprintTable = new EntitySchema<BlueprintRecord>({
  name: 'blueprint',
  columns: {
    blueprintId: { name: 'blueprint_id', type: 'uuid', primary: true },
    title: { type: 'jsonb' },
    frameworkId: { name: 'framework_id', type: 'uuid' },
    frameworkVersion: { name: 'framework_version', type: 'int' },
    competencyId: { name: 'competency_id', type: 'uuid' },
    competencyCode: { name: 'competency_code', type: 'text' },
    level: { type: 'int' },
    rows: { type: 'jsonb' },
    state: { type: 'text' },
    author: { type: 'jsonb' },
    editors: { type: 'jsonb' },
    revision: { type: 'int' },
    createdAt: { name: 'created_at', type: 'timestamptz' },
    publishedAt: { name: 'published_at', type: 'timestamptz', nullable: true },
  },
});

export interface FormItem {
  position: number;
  itemId: string;
  itemVersion: number;
}

export interface FormRecord {
  formId: string;
  blueprintId: string;
  title: Words;
  seed: number;
  items: FormItem[];
  languages: string[];
  maxScore: number;
  state: 'draft' | 'published';
  assembler: Hand;
  publisher: Hand | null;
  createdAt: Date;
  publishedAt: Date | null;
}

export const FormTable = new EntitySchema<FormRecord>({
  name: 'form',
  columns: {
    formId: { name: 'form_id', type: 'uuid', primary: true },
    blueprintId: { name: 'blueprint_id', type: 'uuid' },
    title: { type: 'jsonb' },
    seed: { type: 'bigint', transformer: { from: Number, to: (value: number) => value } },
    items: { type: 'jsonb' },
    languages: { type: 'text', array: true },
    maxScore: { name: 'max_score', type: 'float8' },
    state: { type: 'text' },
    assembler: { type: 'jsonb' },
    publisher: { type: 'jsonb', nullable: true },
    createdAt: { name: 'created_at', type: 'timestamptz' },
    publishedAt: { name: 'published_at', type: 'timestamptz', nullable: true },
  },
});

/** Copy of competency's frameworks: which competencies and levels there are. */
export interface FrameworkCopy {
  frameworkId: string;
  version: number;
  data: EventData<'framework.published'>;
}

export const FrameworkCopyTable = new EntitySchema<FrameworkCopy>({
  name: 'framework_copy',
  columns: {
    frameworkId: { name: 'framework_id', type: 'uuid', primary: true },
    version: { type: 'int', primary: true },
    data: { type: 'jsonb' },
  },
});
