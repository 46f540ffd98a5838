import { visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Desk } from '../desk.ts';
import { fullName } from '../domain/practitioner/practitioner.ts';
import { findPractitioners } from '../store/practitioners.ts';

export async function namesOf(
  desk: Desk,
  caller: CallerIdentity,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const { items } = await findPractitioners(desk.database.manager, {
    agencies: visibleAgencies(caller),
    ids,
    limit: ids.length,
    offset: 0,
  });
  return Object.fromEntries(items.map((person) => [person.practitionerId, fullName(person)]));
}
