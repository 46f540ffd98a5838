import type { DraftLevel, EvidenceKind } from '../../../../api/framework-drafts.ts';

interface Evidence {
  kinds: EvidenceKind[];
  rule: 'any' | 'all';
}

export type RuleChange =
  | { level: number; rule: 'validity'; was: number; is: number }
  | { level: number; rule: 'evidence'; was: Evidence; is: Evidence };

/** How a level is reached and how long it holds, where that is another than before. */
export function changedRules(before: DraftLevel[], after: DraftLevel[]): RuleChange[] {
  return after.flatMap((is): RuleChange[] => {
    const was = before.find(({ level }) => level === is.level);
    if (was === undefined) return [];
    const { level } = is;
    return [
      ...(was.validityMonths === is.validityMonths
        ? []
        : [{ level, rule: 'validity' as const, was: was.validityMonths, is: is.validityMonths }]),
      ...(sameEvidence(was, is)
        ? []
        : [{ level, rule: 'evidence' as const, was: evidenceOf(was), is: evidenceOf(is) }]),
    ];
  });
}

const evidenceOf = ({ evidence, evidenceRule }: DraftLevel): Evidence => ({
  kinds: evidence,
  rule: evidenceRule,
});

/** Of one kind it makes no difference whether one or all are needed. */
const sameEvidence = (was: DraftLevel, is: DraftLevel): boolean =>
  was.evidence.toSorted().join() === is.evidence.toSorted().join() &&
  (was.evidenceRule === is.evidenceRule || is.evidence.length < 2);
