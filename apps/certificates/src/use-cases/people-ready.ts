import type { EntityManager } from 'typeorm';
import type { Desk } from '../desk.ts';
import { decide } from '../domain/issuing/decide.ts';
import type { Decision } from '../domain/issuing/decide.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { attainmentsOfMany } from '../store/attainments.ts';
import { certificatesOfScheme } from '../store/certificates.ts';
import { frameworkVersions } from '../store/copies.ts';
import { peopleWhoMayFulfil } from '../store/may-fulfil.ts';

export type PersonReady = {
  readonly practitionerId: string;
  readonly decision: Extract<Decision, { outcome: 'issue' }>;
  /** Had a certificate of the scheme before, in whatever version and state. */
  readonly wasCertified: boolean;
};

/** Who would get a certificate today, were the scheme published as it is: decided by its rule, for each. */
export async function peopleReady(
  desk: Desk,
  tx: EntityManager,
  scheme: Scheme,
  agencies: 'all' | readonly string[],
): Promise<PersonReady[]> {
  const today = desk.today();
  const versions = await frameworkVersions(tx, scheme.frameworkId);
  const search = { today, agencies, neverCertified: false };
  const people = await peopleWhoMayFulfil(tx, scheme, search);
  const attainments = byPractitioner(await attainmentsOfMany(tx, people));
  const certificates = byPractitioner(await certificatesOfScheme(tx, scheme.id, people));
  const inForce = { scheme: { ...scheme, state: 'published' as const }, versions };
  return people.flatMap((practitionerId) => {
    const held = certificates.get(practitionerId) ?? [];
    const decision = decide(inForce, attainments.get(practitionerId) ?? [], held, today);
    return decision.outcome === 'issue'
      ? [{ practitionerId, decision, wasCertified: held.length > 0 }]
      : [];
  });
}

const byPractitioner = <T extends { practitionerId: string }>(
  all: readonly T[],
): Map<string, T[]> => Map.groupBy(all, (one) => one.practitionerId);
