import type { EntityManager } from 'typeorm';
import type { EventData } from '#libs/contracts';
import { MissingReference } from '#libs/messaging';
import type { Desk } from '../desk.ts';
import { decide } from '../domain/issuing/decide.ts';
import type { Framework, Scheme } from '../domain/scheme/scheme.ts';
import { attainmentsOf, saveAttainment } from '../store/attainments.ts';
import { certificatesOf, lockPractitioner } from '../store/certificates.ts';
import { frameworkVersions } from '../store/copies.ts';
import { schemesInForce } from '../store/schemes.ts';
import { issueCertificate } from './issue-certificate.ts';

/** Keeps the attainment and issues what it completes, of the schemes that issue by themselves. */
export async function reactToAttainment(
  desk: Desk,
  tx: EntityManager,
  recorded: EventData<'attainment.recorded'>,
): Promise<void> {
  await lockPractitioner(tx, recorded.practitionerId);
  await saveAttainment(tx, recorded);
  for (const scheme of await schemesInForce(tx, recorded.competencyId)) {
    if (scheme.issuing !== 'automatic' || scheme.frameworkId !== recorded.frameworkId) continue;
    await issueIfDue(desk, tx, scheme, recorded.practitionerId);
  }
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

async function issueIfDue(
  desk: Desk,
  tx: EntityManager,
  scheme: Scheme,
  practitionerId: string,
): Promise<void> {
  const versions = await knownVersions(tx, scheme);
  const framework = versions.find((one) => one.version === scheme.frameworkVersion);
  if (framework === undefined) {
    const version = `${scheme.frameworkId}/${scheme.frameworkVersion}`;
    throw new MissingReference('framework', version);
  }
  const attainments = await attainmentsOf(tx, practitionerId);
  const held = await certificatesOf(tx, practitionerId, scheme.id);
  const decision = decide({ scheme, versions }, attainments, held, desk.today());
  if (decision.outcome !== 'issue') return;
  await issueCertificate(desk, tx, {
    scheme,
    framework,
    practitionerId,
    decision,
    by: 'system',
    reason: null,
  });
}
