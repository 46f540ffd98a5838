import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { event } from '#libs/contracts';
import { canonicalJson } from '#libs/credentials';
import { publish } from '#libs/messaging';
import { appendAudit, newId } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { SALT_LENGTH } from '#libs/transparency-log';
import type { Desk } from '../desk.ts';
import { stateDocument } from '../domain/certificate/certificate-event.ts';
import type { Authority } from '../domain/certificate/certificate-event.ts';
import { changeState } from '../domain/certificate/change-state.ts';
import type { Change, ChangeRefusal } from '../domain/certificate/change-state.ts';
import type { LegalDate } from '../domain/words.ts';
import { appendCertificateEvent } from '../store/certificate-events.ts';
import { saveState } from '../store/certificates.ts';
import type { StoredCertificate } from '../store/certificates.ts';
import { dataOf } from './event-data.ts';

export type Changing = {
  /** Locked by the transaction. */
  readonly certificate: StoredCertificate;
  readonly change: Change;
  readonly by: CallerIdentity | 'system';
  readonly reason: string | null;
  readonly effective: LegalDate;
  readonly evidenceStands: boolean;
};

export type ChangedCertificate =
  | { readonly outcome: 'changed'; readonly certificate: StoredCertificate }
  | { readonly outcome: 'refused'; readonly reason: ChangeRefusal };

/** State, event, status list, outbox and audit trail of one change, in the caller's transaction. */
export async function applyChange(
  desk: Desk,
  tx: EntityManager,
  changing: Changing,
): Promise<ChangedCertificate> {
  const { change, by, effective, evidenceStands } = changing;
  const act = { by, effective, today: desk.today(), evidenceStands };
  const answer = changeState(changing.certificate, change, act);
  if (answer.outcome === 'refused') return answer;
  const certificate: StoredCertificate = { ...changing.certificate, ...answer.certificate };
  const at = desk.now();
  await saveState(tx, certificate);
  const happened = {
    certificateId: certificate.id,
    number: certificate.version,
    kind: change.kind,
    at: at.toISOString(),
    state: certificate.state,
    reasonCode: change.reasonCode,
    effective,
  };
  const digest = createHash('sha256')
    .update(canonicalJson(stateDocument(happened)))
    .digest('hex');
  await appendCertificateEvent(tx, {
    ...happened,
    id: newId(),
    reason: changing.reason,
    authority: authorityOf(by),
    digest: `sha256:${digest}`,
    salt: randomBytes(SALT_LENGTH).toString('base64'),
  });
  const data = dataOf(certificate);
  const draft = { key: certificate.id, version: certificate.version, at, data };
  await publish(tx, event(`certificate.${change.kind}`, draft));
  await appendAudit(tx, {
    act: `certificate.${change.kind}`,
    actor: by,
    subject: { kind: 'certificate', id: certificate.id },
    reason: changing.reason,
    at,
    data: { reasonCode: change.reasonCode, effective },
  });
  desk.log.writeAfter(tx);
  desk.statusLists.renewAfter(tx);
  return { outcome: 'changed', certificate };
}

export function authorityOf(by: CallerIdentity | 'system'): Authority {
  if (by === 'system') return by;
  return { account: by.account, person: by.person, agency: by.agency };
}
