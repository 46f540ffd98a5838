import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { Problem, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import type { Change } from '../domain/certificate/change-state.ts';
import { samePerson } from '../domain/scheme/scheme.ts';
import { attainmentRecords } from '../store/attainments.ts';
import { closeCases, hasOpenCase } from '../store/cases.ts';
import { eventsOf } from '../store/certificate-events.ts';
import { certificateForUpdate } from '../store/certificates.ts';
import type { StoredCertificate } from '../store/certificates.ts';
import { servesIn } from '../store/copies.ts';
import { decideOn } from '../store/due-decisions.ts';
import { applyChange } from './apply-change.ts';
import { refusedChange } from './refusals.ts';

export type Ordered = { readonly reason: string; readonly effective?: string | undefined };

/** Suspends, reinstates or withdraws by a person's act; the status lists say so before it answers. */
@Injectable()
export class ChangeCertificate {
  constructor(private readonly desk: Desk) {}

  async change(
    caller: CallerIdentity,
    id: string,
    change: Change,
    { reason, effective }: Ordered,
  ): Promise<StoredCertificate> {
    const { desk } = this;
    const changed = await inTransaction(desk.database, async (tx) => {
      const certificate = await visibleForUpdate(tx, caller, id);
      if (change.kind !== 'suspended') await refuseWhoIssued(tx, caller, id);
      const answer = await applyChange(desk, tx, {
        certificate,
        change,
        by: caller,
        reason,
        effective: effective ?? desk.today(),
        evidenceStands: await evidenceStands(tx, certificate),
      });
      if (answer.outcome === 'refused') throw refusedChange(answer.reason);
      if (change.kind !== 'suspended') {
        const by = { account: caller.account, person: caller.person };
        await closeCases(tx, id, { by, at: desk.now(), outcome: change.kind });
      }
      // What was attained meanwhile had to wait for the end of the suspension.
      if (change.kind === 'reinstated') await decideOn(tx, answer.certificate, desk.today());
      return answer.certificate;
    });
    await desk.statusLists.refresh();
    return changed;
  }
}

async function visibleForUpdate(
  tx: EntityManager,
  caller: CallerIdentity,
  id: string,
): Promise<StoredCertificate> {
  const certificate = await certificateForUpdate(tx, id);
  const agencies = visibleAgencies(caller);
  if (!certificate || !(await servesIn(tx, certificate.practitionerId, agencies))) {
    throw new Problem('not-found');
  }
  return certificate;
}

/** What decides a case is not left to who issued the certificate: it is his own decision that is in question. */
async function refuseWhoIssued(
  tx: EntityManager,
  caller: CallerIdentity,
  id: string,
): Promise<void> {
  if (!(await hasOpenCase(tx, id))) return;
  const [issued] = await eventsOf(tx, id);
  const by = issued?.authority;
  if (by === undefined || by === 'system' || !samePerson(by, caller)) return;
  throw new Problem('forbidden', {
    reason: 'decided-original',
    detail: 'Who decided the original does not close its case.',
  });
}

async function evidenceStands(tx: EntityManager, certificate: StoredCertificate): Promise<boolean> {
  const records = await attainmentRecords(tx, certificate.attainmentIds);
  return records.every(({ withdrawn }) => !withdrawn);
}
