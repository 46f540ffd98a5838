import type { EntityManager } from 'typeorm';
import type { EventData } from '#libs/contracts';
import { MissingReference } from '#libs/messaging';
import { newId } from '#libs/service-kit';
import type { Desk } from '../desk.ts';
import { isAttainmentKnown, withdrawAttainment } from '../store/attainments.ts';
import { openCase } from '../store/cases.ts';
import { certificatesRestingOn, lockPractitioner } from '../store/certificates.ts';
import { applyChange } from './apply-change.ts';

/** Suspends at once what rests on the attainment, and opens a case: only people withdraw. */
export async function reactToWithdrawal(
  desk: Desk,
  tx: EntityManager,
  withdrawn: EventData<'attainment.withdrawn'>,
): Promise<void> {
  await lockPractitioner(tx, withdrawn.practitionerId);
  if (!(await isAttainmentKnown(tx, withdrawn.attainmentId))) {
    throw new MissingReference('attainment', withdrawn.attainmentId);
  }
  if (!(await withdrawAttainment(tx, withdrawn))) return;
  for (const certificate of await certificatesRestingOn(tx, withdrawn.attainmentId)) {
    await applyChange(desk, tx, {
      certificate,
      change: { kind: 'suspended', reasonCode: 'evidence-withdrawn' },
      by: 'system',
      reason: withdrawn.reason,
      effective: desk.today(),
      evidenceStands: false,
    });
    // A certificate that was suspended before, too: what it rests on is another question to decide.
    if (certificate.state === 'withdrawn' || certificate.state === 'superseded') continue;
    await openCase(tx, {
      id: newId(),
      certificateId: certificate.id,
      cause: 'evidence-withdrawn',
      attainmentId: withdrawn.attainmentId,
      openedAt: desk.now(),
    });
  }
}
