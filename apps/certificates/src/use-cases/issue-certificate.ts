import { randomBytes, randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { event } from '#libs/contracts';
import { credentialDigest, issue } from '#libs/credentials';
import { MissingReference, publish } from '#libs/messaging';
import { appendAudit, legalDate, newId } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { digestText, SALT_LENGTH, toHex } from '#libs/transparency-log';
import type { Desk } from '../desk.ts';
import { credentialDraft } from '../domain/certificate/credential-draft.ts';
import { shortCode } from '../domain/code/short-code.ts';
import type { Decision } from '../domain/issuing/decide.ts';
import type { Framework, Scheme } from '../domain/scheme/scheme.ts';
import { PLACES_IN_A_LIST, PURPOSES } from '../publishing/status-lists.ts';
import { appendCertificateEvent } from '../store/certificate-events.ts';
import { certificateForUpdate, insertCertificate } from '../store/certificates.ts';
import type { StoredCertificate } from '../store/certificates.ts';
import { nameOf } from '../store/copies.ts';
import { takePlace } from '../store/status-entries.ts';
import type { StatusPlace } from '../store/status-entries.ts';
import { applyChange, authorityOf } from './apply-change.ts';
import { dataOf } from './event-data.ts';

export type Issuing = {
  readonly scheme: Scheme;
  readonly framework: Framework;
  readonly practitionerId: string;
  readonly decision: Extract<Decision, { outcome: 'issue' }>;
  readonly by: CallerIdentity | 'system';
  readonly reason: string | null;
};

/** Signs and stores the certificate, and renews what it supersedes. Null when it was there already. */
export async function issueCertificate(
  desk: Desk,
  tx: EntityManager,
  issuing: Issuing,
): Promise<StoredCertificate | null> {
  const at = desk.now();
  const certificate = await signed(desk, tx, issuing, at);
  if (!(await insertCertificate(tx, certificate))) return null;
  await appendCertificateEvent(tx, {
    id: newId(),
    certificateId: certificate.id,
    number: 1,
    kind: 'issued',
    at: at.toISOString(),
    state: 'active',
    reasonCode: 'issued',
    reason: issuing.reason,
    authority: authorityOf(issuing.by),
    effective: certificate.effective,
    digest: digestText(Buffer.from(certificate.digest, 'hex')),
    salt: randomBytes(SALT_LENGTH).toString('base64'),
  });
  await publish(
    tx,
    event('certificate.issued', { key: certificate.id, version: 1, at, data: dataOf(certificate) }),
  );
  await appendAudit(tx, {
    act: 'certificate.issued',
    actor: issuing.by,
    subject: { kind: 'certificate', id: certificate.id },
    reason: issuing.reason,
    at,
    data: {
      schemeId: certificate.schemeId,
      schemeVersion: certificate.schemeVersion,
      attainmentIds: certificate.attainmentIds,
      digest: certificate.digest,
    },
  });
  for (const id of issuing.decision.supersedes) {
    const old = await certificateForUpdate(tx, id);
    if (old === undefined) continue;
    await applyChange(desk, tx, {
      certificate: old,
      change: { kind: 'superseded', reasonCode: 'renewed' },
      by: 'system',
      reason: `Renewed by ${certificate.id}`,
      effective: desk.today(),
      evidenceStands: true,
    });
  }
  desk.log.writeAfter(tx);
  if (!desk.statusLists.isPublished(certificate.statusList)) desk.statusLists.renewAfter(tx);
  return certificate;
}

async function signed(
  desk: Desk,
  tx: EntityManager,
  issuing: Issuing,
  at: Date,
): Promise<StoredCertificate> {
  const { scheme, framework, practitionerId, decision } = issuing;
  const name = await nameOf(tx, practitionerId);
  if (name === null) throw new MissingReference('practitioner', practitionerId);
  const place = await drawPlace(tx);
  const id = newId();
  const draft = credentialDraft(
    {
      certificateId: id,
      holder: { id: practitionerId, name },
      scheme,
      framework,
      issuedAt: at,
      expires: decision.expires,
      status: PURPOSES.map((purpose) => ({
        purpose,
        list: desk.statusLists.address(place.list, purpose),
        index: place.index,
      })),
    },
    desk.body,
  );
  await desk.keys.refresh(tx);
  const credential = await issue(draft, desk.keys.issuing, at);
  const today = legalDate(at, desk.config.zone);
  return {
    id,
    practitionerId,
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    state: 'active',
    reasonCode: 'issued',
    effective: today,
    issued: today,
    expires: decision.expires,
    attainmentIds: decision.attainments.map((one) => one.attainmentId),
    version: 1,
    issuedAt: at,
    code: shortCode(new Uint8Array(randomBytes(10))),
    statusList: place.list,
    statusIndex: place.index,
    digest: toHex(credentialDigest(credential)),
    credential: JSON.stringify(credential),
  };
}

async function drawPlace(tx: EntityManager): Promise<StatusPlace> {
  for (;;) {
    const candidates = Array.from({ length: 12 }, () => randomInt(PLACES_IN_A_LIST));
    const place = await takePlace(tx, candidates);
    if (place !== null) return place;
  }
}
