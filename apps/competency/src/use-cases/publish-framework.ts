import { event } from '#libs/contracts';
import { inTransaction, publish } from '#libs/messaging';
import { appendAudit, Problem, requireMatchIfSent } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Desk } from '../desk.ts';
import type { PublishedFramework } from '../domain/framework/framework.ts';
import { publishFramework as decide } from '../domain/framework/publish-framework.ts';
import { FrameworkTable, FrameworkVersionTable, withoutDraft } from '../store/framework.table.ts';
import { lockFramework, publishedVersions } from '../store/frameworks.ts';
import { frameworkPublished } from './announcements.ts';
import { refusal } from './refuse.ts';

export async function publishFramework(
  desk: Desk,
  caller: CallerIdentity,
  act: { frameworkId: string; reason: string; ifMatch: string | undefined },
): Promise<PublishedFramework> {
  return inTransaction(desk.database, async (tx) => {
    const at = desk.now();
    const row = await lockFramework(tx, act.frameworkId);
    if (row === null) throw new Problem('not-found');
    requireMatchIfSent(act.ifMatch, row.draftVersion);
    if (row.draft === null) throw refusal('no-draft');
    const earlier = await publishedVersions(tx, row.frameworkId);
    const decision = decide(
      { frameworkId: row.frameworkId, document: row.draft, editors: row.editors },
      caller,
      earlier,
      at,
    );
    if (decision.outcome === 'refused') {
      throw refusal(
        decision.reason,
        decision.reason === 'not-publishable'
          ? { errors: decision.problems.map(({ field, message }) => ({ field, message })) }
          : {},
      );
    }
    const { framework } = decision;
    await tx.insert(FrameworkVersionTable, {
      frameworkId: framework.frameworkId,
      version: framework.version,
      document: framework,
      publishedAt: at,
      publishedBy: caller.account,
      reason: act.reason,
    });
    await tx.save(FrameworkTable, withoutDraft(row, framework.version));
    await publish(
      tx,
      event('framework.published', {
        key: framework.frameworkId,
        version: framework.version,
        at,
        data: frameworkPublished(framework),
      }),
    );
    await appendAudit(tx, {
      act: 'framework.published',
      actor: caller,
      subject: { kind: 'framework', id: framework.frameworkId },
      reason: act.reason,
      at,
      data: { version: framework.version, draftVersion: row.draftVersion },
    });
    return framework;
  });
}
