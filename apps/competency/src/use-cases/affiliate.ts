import type { EntityManager } from 'typeorm';
import { event } from '#libs/contracts';
import { publish } from '#libs/messaging';
import { newId, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Desk } from '../desk.ts';
import { changeAffiliation, currentAffiliation } from '../domain/practitioner/affiliation.ts';
import type { AffiliationChange } from '../domain/practitioner/affiliation.ts';
import { AgencyTable } from '../store/agency.table.ts';
import { AffiliationTable, PractitionerTable } from '../store/practitioner.table.ts';
import type { PractitionerRow } from '../store/practitioner.table.ts';
import { affiliationsOf } from '../store/practitioners.ts';
import { refusal } from './refuse.ts';

/** Puts a practitioner (whose row is locked) into an agency and roles, and says so without a name. */
export async function affiliate(
  tx: EntityManager,
  desk: Desk,
  caller: CallerIdentity,
  practitioner: PractitionerRow,
  change: AffiliationChange,
): Promise<boolean> {
  const { practitionerId } = practitioner;
  const visible = visibleAgencies(caller);
  const agency = await tx.findOneBy(AgencyTable, { agencyId: change.agencyId });
  // Another agency than the caller's is, to him, no agency at all.
  if (agency === null || (visible !== 'all' && !visible.includes(agency.agencyId))) {
    throw refusal('unknown-agency', { field: 'agencyId' });
  }
  const history = await affiliationsOf(tx, practitionerId);
  const before = currentAffiliation(history)?.roleIds ?? [];
  const roles = new Set(
    (await desk.frameworks.latest(tx)).flatMap(({ roles }) => roles.map((role) => role.roleId)),
  );
  if (change.active && change.roleIds.some((id) => !roles.has(id) && !before.includes(id))) {
    throw refusal('unknown-role', { field: 'roleIds' });
  }
  const decision = changeAffiliation(history, change, desk.today());
  if (decision.outcome === 'refused') {
    throw refusal(decision.reason, { field: decision.reason === 'no-roles' ? 'roleIds' : 'from' });
  }
  if (decision.outcome === 'unchanged') return false;

  if (decision.closed !== null) {
    await tx.update(AffiliationTable, history.find(({ to }) => to === null)?.affiliationId ?? '', {
      to: decision.closed.to,
    });
  }
  if (decision.opened !== null) {
    await tx.insert(AffiliationTable, {
      ...decision.opened,
      affiliationId: newId(),
      practitionerId,
    });
  }
  practitioner.affiliationVersion += 1;
  await tx.update(PractitionerTable, practitionerId, {
    affiliationVersion: practitioner.affiliationVersion,
  });
  await publish(
    tx,
    event('affiliation.changed', {
      key: practitionerId,
      version: practitioner.affiliationVersion,
      at: desk.now(),
      data: {
        practitionerId,
        agencyId: agency.agencyId,
        region: agency.region,
        roleIds: decision.opened?.roleIds ?? [],
        active: decision.opened !== null,
      },
    }),
  );
  return true;
}
