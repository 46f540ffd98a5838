import { event } from '#libs/contracts';
import { inTransaction, publish } from '#libs/messaging';
import { appendAudit, newId } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Desk } from '../desk.ts';
import type { Agency, Region } from '../domain/practitioner/agency.ts';
import { AgencyTable, RegionTable } from '../store/agency.table.ts';
import { agencyChanged } from './announcements.ts';
import { refusal } from './refuse.ts';

/** Agencies and regions are the whole body's: an officer of one agency does not add another. */
const requireNational = (caller: CallerIdentity) => {
  if (caller.agency !== null) throw refusal('national-only');
};

export async function addRegion(
  desk: Desk,
  caller: CallerIdentity,
  region: Region,
): Promise<Region> {
  requireNational(caller);
  return desk.database.transaction(async (tx) => {
    if (await tx.existsBy(RegionTable, { code: region.code })) {
      throw refusal('region-code-taken', { field: 'code' });
    }
    await tx.insert(RegionTable, region);
    await appendAudit(tx, {
      act: 'region.added',
      actor: caller,
      subject: { kind: 'region', id: region.code },
      reason: null,
      at: desk.now(),
    });
    return region;
  });
}

export async function addAgency(
  desk: Desk,
  caller: CallerIdentity,
  asked: Omit<Agency, 'agencyId' | 'version'>,
): Promise<Agency> {
  requireNational(caller);
  return inTransaction(desk.database, async (tx) => {
    const at = desk.now();
    if (!(await tx.existsBy(RegionTable, { code: asked.region }))) {
      throw refusal('unknown-region', { field: 'region' });
    }
    if (await tx.existsBy(AgencyTable, { code: asked.code })) {
      throw refusal('agency-code-taken', { field: 'code' });
    }
    const agency: Agency = { ...asked, agencyId: newId(), version: 1 };
    await tx.insert(AgencyTable, agency);
    await publish(
      tx,
      event('agency.changed', {
        key: agency.agencyId,
        version: agency.version,
        at,
        data: agencyChanged(agency),
      }),
    );
    await appendAudit(tx, {
      act: 'agency.added',
      actor: caller,
      subject: { kind: 'agency', id: agency.agencyId },
      reason: null,
      at,
      data: { code: agency.code, region: agency.region },
    });
    return agency;
  });
}
