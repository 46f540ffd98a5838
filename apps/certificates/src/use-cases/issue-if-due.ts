import type { EntityManager } from 'typeorm';
import { MissingReference } from '#libs/messaging';
import type { Desk } from '../desk.ts';
import { decide } from '../domain/issuing/decide.ts';
import { nextDecision } from '../domain/issuing/next-decision.ts';
import type { Framework, Scheme } from '../domain/scheme/scheme.ts';
import type { LegalDate } from '../domain/words.ts';
import { attainmentsOf } from '../store/attainments.ts';
import { certificatesOf } from '../store/certificates.ts';
import { frameworkVersions } from '../store/copies.ts';
import { issueCertificate } from './issue-certificate.ts';

/**
 * Issues by the scheme's own rule, if it is time; answers the day on which to decide again, or null. The
 * practitioner is locked by the transaction.
 */
export async function issueIfDue(
  desk: Desk,
  tx: EntityManager,
  scheme: Scheme,
  practitionerId: string,
): Promise<LegalDate | null> {
  const versions = await knownVersions(tx, scheme);
  const framework = versions.find((one) => one.version === scheme.frameworkVersion);
  if (framework === undefined) {
    const version = `${scheme.frameworkId}/${scheme.frameworkVersion}`;
    throw new MissingReference('framework', version);
  }
  const attainments = await attainmentsOf(tx, practitionerId);
  const held = await certificatesOf(tx, practitionerId, scheme.id);
  const today = desk.today();
  const decision = decide({ scheme, versions }, attainments, held, today);
  if (decision.outcome === 'issue') {
    await issueCertificate(desk, tx, {
      scheme,
      framework,
      practitionerId,
      decision,
      by: 'system',
      reason: null,
    });
  }
  return nextDecision(decision, attainments, today);
}

// Published versions never change: once all up to the scheme's have come, they are not read again.
const complete = new Map<string, Framework[]>();

async function knownVersions(tx: EntityManager, scheme: Scheme): Promise<Framework[]> {
  const key = `${scheme.frameworkId}/${scheme.frameworkVersion}`;
  const known = complete.get(key);
  if (known !== undefined) return known;
  const versions = await frameworkVersions(tx, scheme.frameworkId);
  const counting = versions.filter(({ version }) => version <= scheme.frameworkVersion);
  if (counting.length === scheme.frameworkVersion) complete.set(key, counting);
  return versions;
}
