import type { LegalDate } from '../words.ts';

export type StoredState = 'active' | 'suspended' | 'withdrawn' | 'superseded';
/** As it stands on a day: 'expired' comes by date alone and is never stored. */
export type CertificateState = StoredState | 'expired';

export const SUSPENSION_REASONS = [
  'evidence-withdrawn',
  'investigation',
  'disciplinary',
  'holder-request',
] as const;
export const REINSTATEMENT_REASONS = ['case-closed', 'appeal-upheld', 'error-corrected'] as const;
export const WITHDRAWAL_REASONS = [
  'evidence-withdrawn',
  'fraud',
  'misconduct',
  'issued-in-error',
  'holder-request',
] as const;
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number];
export type ReinstatementReason = (typeof REINSTATEMENT_REASONS)[number];
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];
export type ReasonCode =
  | 'issued'
  | SuspensionReason
  | ReinstatementReason
  | WithdrawalReason
  | 'renewed';

export type Certificate = {
  readonly id: string;
  readonly practitionerId: string;
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly state: StoredState;
  readonly reasonCode: ReasonCode;
  /** Since when it stands as it does. */
  readonly effective: LegalDate;
  readonly issued: LegalDate;
  /** Its last day. */
  readonly expires: LegalDate;
  readonly attainmentIds: readonly string[];
  readonly version: number;
};

export function stateOn(certificate: Certificate, today: LegalDate): CertificateState {
  const ended = certificate.state === 'withdrawn' || certificate.state === 'superseded';
  return !ended && today > certificate.expires ? 'expired' : certificate.state;
}
