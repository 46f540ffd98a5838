import { EntitySchema } from 'typeorm';
import type { FrameworkDocument, PublishedFramework } from '../domain/framework/framework.ts';
import type { Editor } from '../domain/framework/publish-framework.ts';

export interface FrameworkRow {
  frameworkId: string;
  code: string;
  draft: FrameworkDocument | null;
  draftVersion: number;
  /** Who edited the draft since the last publication. */
  editors: Editor[];
  /** The newest published version; 0 before the first. */
  latest: number;
}

export const FrameworkTable = new EntitySchema<FrameworkRow>({
  name: 'framework',
  columns: {
    frameworkId: { type: 'uuid', primary: true, name: 'framework_id' },
    code: { type: 'text' },
    draft: { type: 'jsonb', nullable: true },
    draftVersion: { type: 'int', name: 'draft_version' },
    editors: { type: 'jsonb' },
    latest: { type: 'int' },
  },
});

/** Nobody who read the draft that is gone saves over what comes next: its ETag is of the past, too. */
export const withoutDraft = (row: FrameworkRow, latest: number): FrameworkRow => ({
  ...row,
  draft: null,
  draftVersion: row.draftVersion + 1,
  editors: [],
  latest,
});

export interface FrameworkVersionRow {
  frameworkId: string;
  version: number;
  document: PublishedFramework;
  publishedAt: Date;
  publishedBy: string;
  reason: string;
}

export const FrameworkVersionTable = new EntitySchema<FrameworkVersionRow>({
  name: 'framework_version',
  columns: {
    frameworkId: { type: 'uuid', primary: true, name: 'framework_id' },
    version: { type: 'int', primary: true },
    document: { type: 'jsonb' },
    publishedAt: { type: 'timestamptz', name: 'published_at' },
    publishedBy: { type: 'text', name: 'published_by' },
    reason: { type: 'text' },
  },
});
