import type { EvidenceKind } from '../framework/framework.ts';

/** YYYY-MM-DD in the body's zone; dates of this form order as text. */
export type LegalDate = string;

export interface Withdrawal {
  at: string;
  reason: string;
  authority: string;
}

export interface Attainment {
  attainmentId: string;
  practitionerId: string;
  frameworkId: string;
  frameworkVersion: number;
  competencyId: string;
  competencyCode: string;
  level: number;
  evidence: EvidenceKind;
  source: { kind: 'result' | 'manual'; id: string };
  from: LegalDate;
  to: LegalDate | null;
  recordedAt: string;
  withdrawn: Withdrawal | null;
}

/** A legal date is valid through its last day. */
export const isValidOn = (
  attainment: Pick<Attainment, 'from' | 'to' | 'withdrawn'>,
  date: LegalDate,
): boolean =>
  attainment.withdrawn === null &&
  attainment.from <= date &&
  (attainment.to === null || date <= attainment.to);
