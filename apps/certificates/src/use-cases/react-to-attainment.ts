import type { EntityManager } from 'typeorm';
import type { EventData } from '#libs/contracts';
import type { Desk } from '../desk.ts';
import { saveAttainment } from '../store/attainments.ts';
import { lockPractitioner } from '../store/certificates.ts';
import { decideOn } from '../store/due-decisions.ts';
import { lockSchemesInForce, schemesInForce } from '../store/schemes.ts';
import { issueIfDue } from './issue-if-due.ts';

/** Keeps the attainment and issues what it completes, of the schemes that issue by themselves. */
export async function reactToAttainment(
  desk: Desk,
  tx: EntityManager,
  recorded: EventData<'attainment.recorded'>,
): Promise<void> {
  const { practitionerId } = recorded;
  await lockPractitioner(tx, practitionerId);
  await lockSchemesInForce(tx, 'reading');
  await saveAttainment(tx, recorded);
  for (const scheme of await schemesInForce(tx, recorded.competencyId)) {
    if (scheme.issuing !== 'automatic' || scheme.frameworkId !== recorded.frameworkId) continue;
    const next = await issueIfDue(desk, tx, scheme, practitionerId);
    if (next !== null) await decideOn(tx, { practitionerId, schemeId: scheme.id }, next);
  }
}
