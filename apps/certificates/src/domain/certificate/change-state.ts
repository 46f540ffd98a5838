// The acts that change a certificate's state. Who acts is compared by person: nobody acts on his own.
import type { Actor, LegalDate } from '../words.ts';
import { stateOn } from './certificate.ts';
import type {
  Certificate,
  ReasonCode,
  ReinstatementReason,
  StoredState,
  SuspensionReason,
  WithdrawalReason,
} from './certificate.ts';

export type ChangeKind = 'suspended' | 'reinstated' | 'withdrawn' | 'superseded';

export type Change =
  | { readonly kind: 'suspended'; readonly reasonCode: SuspensionReason }
  | { readonly kind: 'reinstated'; readonly reasonCode: ReinstatementReason }
  | { readonly kind: 'withdrawn'; readonly reasonCode: WithdrawalReason }
  | { readonly kind: 'superseded'; readonly reasonCode: 'renewed' };

export type ChangeRefusal =
  | 'own-certificate'
  | 'not-active'
  | 'not-suspended'
  | 'already-ended'
  | 'expired'
  | 'evidence-still-withdrawn'
  | 'effective-in-future'
  | 'effective-before-issue'
  | 'effective-before-last-change';

export type ChangeAnswer =
  | { readonly outcome: 'changed'; readonly certificate: Certificate }
  | { readonly outcome: 'refused'; readonly reason: ChangeRefusal };

export type ChangeAct = {
  /** 'system' where a rule acts: evidence that was withdrawn, a renewal. */
  readonly by: Actor | 'system';
  readonly effective: LegalDate;
  readonly today: LegalDate;
  /** Whether each attainment that the certificate rests on still counts. */
  readonly evidenceStands: boolean;
};

const NEXT: Record<ChangeKind, StoredState> = {
  suspended: 'suspended',
  reinstated: 'active',
  withdrawn: 'withdrawn',
  superseded: 'superseded',
};

export function changeState(
  certificate: Certificate,
  change: Change,
  act: ChangeAct,
): ChangeAnswer {
  const reason = refusalOf(certificate, change, act);
  if (reason !== null) return { outcome: 'refused', reason };
  const reasonCode: ReasonCode = change.reasonCode;
  return {
    outcome: 'changed',
    certificate: {
      ...certificate,
      state: NEXT[change.kind],
      reasonCode,
      effective: act.effective,
      version: certificate.version + 1,
    },
  };
}

function refusalOf(certificate: Certificate, change: Change, act: ChangeAct): ChangeRefusal | null {
  if (act.by !== 'system' && act.by.person === certificate.practitionerId) return 'own-certificate';
  const state = stateOn(certificate, act.today);
  if (state === 'withdrawn' || state === 'superseded') return 'already-ended';
  if (change.kind === 'suspended' && state === 'expired') return 'expired';
  if (change.kind === 'suspended' && state !== 'active') return 'not-active';
  if (change.kind === 'reinstated') {
    if (certificate.state !== 'suspended') return 'not-suspended';
    if (state === 'expired') return 'expired';
    if (!act.evidenceStands) return 'evidence-still-withdrawn';
  }
  if (act.effective > act.today) return 'effective-in-future';
  if (act.effective < certificate.issued) return 'effective-before-issue';
  // A reinstatement before the suspension would rewrite what verifiers were told.
  if (change.kind === 'reinstated' && act.effective < certificate.effective) {
    return 'effective-before-last-change';
  }
  return null;
}
