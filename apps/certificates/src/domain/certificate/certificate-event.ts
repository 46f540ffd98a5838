// One thing that happened to a certificate: an append-only row and, salted, a leaf of the log.
import type { LogEvent } from '#libs/transparency-log';
import type { Actor, LegalDate } from '../words.ts';
import type { ReasonCode, StoredState } from './certificate.ts';
import type { ChangeKind } from './change-state.ts';

export type CertificateEventKind = 'issued' | ChangeKind;
export type Authority = (Actor & { readonly agency: string | null }) | 'system';

export type CertificateEvent = {
  readonly id: string;
  readonly certificateId: string;
  /** 1 for the issue, then one more for each change: the certificate's version. */
  readonly number: number;
  readonly kind: CertificateEventKind;
  readonly at: string;
  readonly state: StoredState;
  readonly reasonCode: ReasonCode;
  /** In the words of who acted; null for the system. */
  readonly reason: string | null;
  readonly authority: Authority;
  readonly effective: LegalDate;
  /** 'sha256:' and hex: of the signed document for the issue, else of `stateDocument`. */
  readonly digest: string;
  readonly salt: string;
};

/** What the log says of it; ids of people and words of officers are not in it. */
export function logEventOf(event: CertificateEvent): LogEvent {
  return {
    event: event.kind,
    certificateId: certificateUrn(event.certificateId),
    digest: event.digest,
    time: event.at,
  };
}

export const certificateUrn = (id: string): string => `urn:uuid:${id}`;

/** What a change of state commits to; its digest (JCS, SHA-256) is in the leaf. */
export function stateDocument(
  event: Pick<
    CertificateEvent,
    'certificateId' | 'number' | 'kind' | 'at' | 'state' | 'reasonCode' | 'effective'
  >,
): { readonly [name: string]: string | number } {
  const { certificateId, number, kind, at, state, reasonCode, effective } = event;
  return {
    certificateId: certificateUrn(certificateId),
    number,
    kind,
    at,
    state,
    reasonCode,
    effective,
  };
}
