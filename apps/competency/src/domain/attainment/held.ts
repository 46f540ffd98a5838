import { countsIn } from '../framework/equivalence.ts';
import type { Level, PublishedFramework } from '../framework/framework.ts';
import { isValidOn } from './attainment.ts';
import type { Attainment, LegalDate } from './attainment.ts';

export type Evidence = Pick<
  Attainment,
  'competencyId' | 'frameworkVersion' | 'level' | 'evidence' | 'from' | 'to' | 'withdrawn'
>;

export interface Held {
  level: number;
  /** The last day on which this level is still held by the evidence there is; null: no end. */
  until: LegalDate | null;
}

export const NOTHING_HELD: Held = { level: 0, until: null };

export const gapOf = (required: number, held: number): number => Math.max(0, required - held);

const later = (one: LegalDate | null, other: LegalDate | null) =>
  one === null || other === null ? null : one > other ? one : other;
const earlier = (one: LegalDate | null, other: LegalDate | null) =>
  one === null ? other : other === null ? one : one < other ? one : other;

/**
 * The highest level with unexpired, unrevoked evidence of the kinds that the level asks for.
 * Evidence of a level is evidence of what lies below it, in each level's own kinds: the exam of a
 * level that needs a practical besides evidences only the lower levels that an exam is enough for.
 */
export function heldIn(framework: PublishedFramework, date: LegalDate) {
  const counts = countsIn(framework);
  const descending = framework.levels.toSorted((a, b) => b.level - a.level);
  return (competencyId: string, attainments: readonly Evidence[]): Held => {
    const valid = attainments.filter(
      (attainment) => attainment.competencyId === competencyId && isValidOn(attainment, date),
    );
    if (valid.length === 0) return NOTHING_HELD;
    for (const level of descending) {
      const until = heldUntil(
        level,
        valid.filter(
          (attainment) =>
            attainment.level >= level.level &&
            counts(competencyId, level.level, attainment.frameworkVersion),
        ),
      );
      if (until !== undefined) return { level: level.level, until };
    }
    return NOTHING_HELD;
  };
}

function heldUntil(level: Level, valid: readonly Evidence[]): LegalDate | null | undefined {
  const ends = new Map<string, LegalDate | null>();
  for (const { evidence, to } of valid) {
    if (!level.evidence.includes(evidence)) continue;
    const known = ends.get(evidence);
    ends.set(evidence, known === undefined ? to : later(known, to));
  }
  if (ends.size === 0 || (level.evidenceRule === 'all' && ends.size < level.evidence.length)) {
    return undefined;
  }
  return [...ends.values()].reduce(level.evidenceRule === 'all' ? earlier : later);
}
