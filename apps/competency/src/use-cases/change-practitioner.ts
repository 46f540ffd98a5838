import { event } from '#libs/contracts';
import { inTransaction, publish } from '#libs/messaging';
import { appendAudit, Problem, requireMatch, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Desk } from '../desk.ts';
import { currentAffiliation } from '../domain/practitioner/affiliation.ts';
import type { PersonName } from '../domain/practitioner/practitioner.ts';
import { PractitionerTable } from '../store/practitioner.table.ts';
import type { PractitionerRow } from '../store/practitioner.table.ts';
import { affiliationsOf, findPractitioner, lockPractitioner } from '../store/practitioners.ts';
import type { PractitionerView } from '../store/practitioners.ts';
import { affiliate } from './affiliate.ts';
import { practitionerChanged } from './announcements.ts';
import { refusal } from './refuse.ts';

export interface PractitionerChange extends Partial<PersonName> {
  practitionerId: string;
  agencyId?: string;
  roleIds?: string[];
  active?: boolean;
  from?: string;
  reason: string;
  ifMatch: string | undefined;
}

/** Name, agency or roles: each change is a new state with its date, the past stays on record. */
export async function changePractitioner(
  desk: Desk,
  caller: CallerIdentity,
  change: PractitionerChange,
): Promise<PractitionerView> {
  const { practitionerId } = change;
  if (practitionerId === caller.person) throw refusal('own-record');
  return inTransaction(desk.database, async (tx) => {
    const row = await lockPractitioner(tx, practitionerId);
    const before = await findPractitioner(tx, practitionerId, visibleAgencies(caller));
    if (row === null || before === undefined) throw new Problem('not-found');
    requireMatch(change.ifMatch, row.version);
    // One version for the whole record, so that an edit of the roles is seen by an edit of the name.
    row.version += 1;
    row.givenName = change.givenName ?? row.givenName;
    row.familyName = change.familyName ?? row.familyName;
    row.otherNames = change.otherNames === undefined ? row.otherNames : change.otherNames;
    await tx.save(PractitionerTable, row);
    const at = desk.now();
    await publish(
      tx,
      event('practitioner.changed', {
        key: practitionerId,
        version: row.version,
        at,
        data: practitionerChanged(row),
      }),
    );
    const moved = await moveIfAsked();
    await appendAudit(tx, {
      act: 'practitioner.changed',
      actor: caller,
      subject: { kind: 'practitioner', id: practitionerId },
      reason: change.reason,
      at,
      data: {
        changed: (['givenName', 'familyName', 'otherNames'] as const).filter(
          (field) => change[field] !== undefined,
        ),
        ...(moved
          ? { agencyId: change.agencyId, roleIds: change.roleIds, active: change.active }
          : {}),
      },
    });
    const after = await findPractitioner(tx, practitionerId, 'all');
    if (after === undefined) throw new Error('a practitioner was changed and is not there');
    return after;

    async function moveIfAsked(): Promise<boolean> {
      const { agencyId, roleIds, active } = change;
      if (agencyId === undefined && roleIds === undefined && active === undefined) return false;
      const current = currentAffiliation(await affiliationsOf(tx, practitionerId));
      const place = agencyId ?? current?.agencyId;
      if (place === undefined) throw refusal('unknown-agency', { field: 'agencyId' });
      return affiliate(tx, desk, caller, row as PractitionerRow, {
        agencyId: place,
        roleIds: roleIds ?? current?.roleIds ?? [],
        active: active ?? true,
        from: change.from ?? desk.today(),
      });
    }
  });
}
