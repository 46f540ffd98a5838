import type { Attainment, Withdrawal } from './attainment.ts';

export type WithdrawDecision =
  | { outcome: 'withdrawn'; attainment: Attainment & { withdrawn: Withdrawal } }
  | { outcome: 'refused'; reason: 'own-record' | 'already-withdrawn' };

/** Final: what was withdrawn in error is recorded anew, so that both acts stay on record. */
export function withdrawAttainment(
  attainment: Attainment,
  by: { person: string | null },
  withdrawal: Withdrawal,
): WithdrawDecision {
  if (by.person === attainment.practitionerId) return { outcome: 'refused', reason: 'own-record' };
  if (attainment.withdrawn !== null) return { outcome: 'refused', reason: 'already-withdrawn' };
  return { outcome: 'withdrawn', attainment: { ...attainment, withdrawn: withdrawal } };
}
