import { appendAudit, Problem, requireMatch } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Desk } from '../desk.ts';
import { FrameworkTable, withoutDraft } from '../store/framework.table.ts';
import { lockFramework } from '../store/frameworks.ts';
import { refusal } from './refuse.ts';

/** What was published stays; a framework that never was goes altogether, and its code is free again. */
export async function discardDraft(
  desk: Desk,
  caller: CallerIdentity,
  act: { frameworkId: string; reason: string; ifMatch: string | undefined },
): Promise<void> {
  await desk.database.transaction(async (tx) => {
    const row = await lockFramework(tx, act.frameworkId);
    if (row === null) throw new Problem('not-found');
    requireMatch(act.ifMatch, row.draftVersion);
    if (row.draft === null) throw refusal('no-draft');
    if (row.latest === 0) await tx.delete(FrameworkTable, { frameworkId: row.frameworkId });
    else await tx.save(FrameworkTable, withoutDraft(row, row.latest));
    await appendAudit(tx, {
      act: 'framework.draft-discarded',
      actor: caller,
      subject: { kind: 'framework', id: row.frameworkId },
      reason: act.reason,
      at: desk.now(),
      data: { code: row.code, draftVersion: row.draftVersion, latest: row.latest },
    });
  });
}
