export interface AttemptTimes {
  startedAt: string | null;
  decidedAt: string | null;
  releasedAt: string | null;
  voidedAt: string | null;
}

export function sittingState(
  sitting: { opensAt: string; closesAt: string },
  now: number,
): 'upcoming' | 'open' | 'closed' {
  if (now < Date.parse(sitting.opensAt)) return 'upcoming';
  return now < Date.parse(sitting.closesAt) ? 'open' : 'closed';
}

export type AttemptStep = 'void' | 'release' | 'correct';

/** What may be done to one attempt; of one's own nothing, and of a void one nothing more. */
export function attemptSteps(
  attempt: AttemptTimes & { practitionerId: string },
  actor: { person: string | null; permissions: readonly string[] },
): AttemptStep[] {
  if (attempt.voidedAt !== null || attempt.startedAt === null) return [];
  if (actor.person === attempt.practitionerId) return [];
  const may = (permission: string) => actor.permissions.includes(permission);
  const steps: AttemptStep[] = [];
  if (may('results.release') && attempt.decidedAt !== null && attempt.releasedAt === null)
    steps.push('release');
  if (may('results.decide') && attempt.decidedAt !== null) steps.push('correct');
  if (may('attempts.void')) steps.push('void');
  return steps;
}
