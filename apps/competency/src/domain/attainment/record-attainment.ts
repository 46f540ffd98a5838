import type { EvidenceKind, PublishedFramework } from '../framework/framework.ts';
import type { LegalDate } from './attainment.ts';

export interface EvidenceClaim {
  competencyId: string;
  level: number;
  evidence: EvidenceKind;
  from: LegalDate;
}

export type ClaimRefusal =
  | 'unknown-competency'
  | 'unknown-level'
  | 'evidence-not-permitted'
  | 'date-in-future';

export type ManualRefusal = ClaimRefusal | 'own-record';

export type ClaimDecision =
  | { outcome: 'accepted'; competencyCode: string; validityMonths: number }
  | { outcome: 'refused'; reason: ClaimRefusal };

/** What the framework says about a claim, whoever makes it. */
export function acceptEvidence(
  framework: PublishedFramework,
  claim: EvidenceClaim,
  today: LegalDate,
): ClaimDecision {
  const competency = framework.competencies.find(
    (candidate) => candidate.competencyId === claim.competencyId,
  );
  if (competency === undefined) return { outcome: 'refused', reason: 'unknown-competency' };
  const level = framework.levels.find((candidate) => candidate.level === claim.level);
  if (level === undefined) return { outcome: 'refused', reason: 'unknown-level' };
  if (!level.evidence.includes(claim.evidence)) {
    return { outcome: 'refused', reason: 'evidence-not-permitted' };
  }
  if (claim.from > today) return { outcome: 'refused', reason: 'date-in-future' };
  return {
    outcome: 'accepted',
    competencyCode: competency.code,
    validityMonths: level.validityMonths,
  };
}

/** Nobody records for himself. */
export function acceptManualEvidence(
  framework: PublishedFramework,
  claim: EvidenceClaim & { practitionerId: string },
  recorder: { person: string | null },
  today: LegalDate,
): ClaimDecision | { outcome: 'refused'; reason: ManualRefusal } {
  if (recorder.person === claim.practitionerId) return { outcome: 'refused', reason: 'own-record' };
  return acceptEvidence(framework, claim, today);
}
