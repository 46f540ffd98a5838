import { event } from '#libs/contracts';
import { arrived, inTransaction, publish } from '#libs/messaging';
import { appendAudit, personId } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Desk } from '../desk.ts';
import type { PersonName } from '../domain/practitioner/practitioner.ts';
import type { PractitionerRow } from '../store/practitioner.table.ts';
import { addPractitioner, findPractitioner } from '../store/practitioners.ts';
import type { PractitionerView } from '../store/practitioners.ts';
import { affiliate } from './affiliate.ts';
import { practitionerChanged } from './announcements.ts';
import { refusal } from './refuse.ts';

export interface Registration extends PersonName {
  personnelNumber: string;
  agencyId: string;
  roleIds: string[];
  from?: string;
  reason?: string;
}

/** The number becomes the person's id here and is not kept: one number, one person, one record. */
export async function registerPractitioner(
  desk: Desk,
  caller: CallerIdentity,
  asked: Registration,
): Promise<PractitionerView> {
  const practitionerId = personId(desk.config.personKey, asked.personnelNumber);
  if (practitionerId === caller.person) throw refusal('own-record');
  return inTransaction(desk.database, async (tx) => {
    const at = desk.now();
    const row: PractitionerRow = {
      practitionerId,
      givenName: asked.givenName,
      familyName: asked.familyName,
      otherNames: asked.otherNames,
      version: 1,
      affiliationVersion: 0,
    };
    if (!(await addPractitioner(tx, row))) {
      throw refusal('already-registered', { field: 'personnelNumber' });
    }
    await publish(
      tx,
      event('practitioner.changed', {
        key: practitionerId,
        version: row.version,
        at,
        data: practitionerChanged(row),
      }),
    );
    await affiliate(tx, desk, caller, row, {
      agencyId: asked.agencyId,
      roleIds: asked.roleIds,
      active: true,
      from: asked.from ?? desk.today(),
    });
    await arrived(tx, 'practitioner', practitionerId);
    await appendAudit(tx, {
      act: 'practitioner.registered',
      actor: caller,
      subject: { kind: 'practitioner', id: practitionerId },
      reason: asked.reason ?? null,
      at,
      data: { agencyId: asked.agencyId, roleIds: asked.roleIds },
    });
    const view = await findPractitioner(tx, practitionerId, 'all');
    if (view === undefined) throw new Error('a practitioner was registered and is not there');
    return view;
  });
}
