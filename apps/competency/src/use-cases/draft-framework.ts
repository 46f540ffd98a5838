import { etag, newId, Problem, requireMatch } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Desk } from '../desk.ts';
import type { FrameworkDocument, PublishedFramework } from '../domain/framework/framework.ts';
import type { FrameworkProblem } from '../domain/framework/framework-problem.ts';
import { isSamePerson } from '../domain/framework/publish-framework.ts';
import type { Editor } from '../domain/framework/publish-framework.ts';
import { validateFramework } from '../domain/framework/validate-framework.ts';
import { FrameworkTable } from '../store/framework.table.ts';
import type { FrameworkRow } from '../store/framework.table.ts';
import { addFramework, lockFramework, publishedVersions } from '../store/frameworks.ts';
import { refusal } from './refuse.ts';

export interface DraftView {
  frameworkId: string;
  latest: number;
  draftVersion: number;
  etag: string;
  document: FrameworkDocument | null;
  /** Who changed it since the last publication, and so does not publish it. */
  editors: Editor[];
  /** What keeps it from publication, as it stands. */
  problems: FrameworkProblem[];
}

const draftView = (row: FrameworkRow, earlier: readonly PublishedFramework[]): DraftView => ({
  frameworkId: row.frameworkId,
  latest: row.latest,
  draftVersion: row.draftVersion,
  etag: etag(row.draftVersion),
  document: row.draft,
  editors: row.editors,
  problems: row.draft === null ? [] : validateFramework(row.draft, earlier),
});

export async function readDraft(desk: Desk, frameworkId: string): Promise<DraftView> {
  const row = await desk.frameworks.find(frameworkId);
  if (row === null) throw new Problem('not-found');
  return draftView(row, await publishedVersions(desk.database.manager, frameworkId));
}

const withEditor = (editors: readonly Editor[], caller: CallerIdentity): Editor[] => {
  const editor = { account: caller.account, person: caller.person };
  return [...editors.filter((known) => !isSamePerson(known, editor)), editor];
};

export async function createDraft(
  desk: Desk,
  caller: CallerIdentity,
  document: FrameworkDocument,
): Promise<DraftView> {
  const row: FrameworkRow = {
    frameworkId: newId(),
    code: document.code,
    draft: document,
    draftVersion: 1,
    editors: withEditor([], caller),
    latest: 0,
  };
  if (!(await addFramework(desk.database.manager, row))) {
    throw refusal('framework-code-taken', { field: 'code' });
  }
  return draftView(row, []);
}

/** The first change after a publication begins the draft of the next version. */
export async function saveDraft(
  desk: Desk,
  caller: CallerIdentity,
  change: { frameworkId: string; document: FrameworkDocument; ifMatch: string | undefined },
): Promise<DraftView> {
  return desk.database.transaction(async (tx) => {
    const row = await lockFramework(tx, change.frameworkId);
    if (row === null) throw new Problem('not-found');
    requireMatch(change.ifMatch, row.draftVersion);
    const { code } = change.document;
    // Published, it keeps its code; until then the code is the editor's to choose.
    if (row.latest === 0 && code !== row.code) {
      if (await tx.existsBy(FrameworkTable, { code })) {
        throw refusal('framework-code-taken', { field: 'code' });
      }
      row.code = code;
    }
    row.draft = change.document;
    row.draftVersion += 1;
    row.editors = withEditor(row.editors, caller);
    await tx.save(FrameworkTable, row);
    return draftView(row, await publishedVersions(tx, row.frameworkId));
  });
}
