import { inTransaction } from '#libs/messaging';
import { Problem, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Desk } from '../desk.ts';
import type { Attainment } from '../domain/attainment/attainment.ts';
import { toAttainment } from '../store/attainment.table.ts';
import { lockAttainment } from '../store/attainments.ts';
import { findPractitioner } from '../store/practitioners.ts';
import { withdrawKept } from './keep-attainment.ts';

export async function withdrawAttainment(
  desk: Desk,
  caller: CallerIdentity,
  act: { attainmentId: string; reason: string; authority: string | undefined },
): Promise<Attainment> {
  return inTransaction(desk.database, async (tx) => {
    const row = await lockAttainment(tx, act.attainmentId);
    if (row === null) throw new Problem('not-found');
    const visible = await findPractitioner(tx, row.practitionerId, visibleAgencies(caller));
    if (visible === undefined && caller.person !== row.practitionerId) {
      throw new Problem('not-found');
    }
    const after = await withdrawKept(tx, row, caller, {
      at: desk.now(),
      reason: act.reason,
      authority: act.authority ?? caller.account,
    });
    return toAttainment(after);
  });
}
