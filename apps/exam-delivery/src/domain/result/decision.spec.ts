import { describe, expect, it } from '@jest/globals';
import { decideByPerson, decideByRule, newest, total } from './decision.ts';
import type { ItemOutcome } from './decision.ts';

const at = new Date('2026-11-24T10:00:00Z');
const outcome = (score: number, maxScore = 1): ItemOutcome => ({
  itemId: 'item',
  itemVersion: 1,
  score,
  maxScore,
  refusal: null,
});
const byRule = (scores: number[], cut: number) =>
  decideByRule(
    { decisionId: 'd1', attemptId: 'a' },
    scores.map((s) => outcome(s)),
    cut,
    at,
  );
const officer = { account: 'officer', person: 'person-2' };

describe('a decision', () => {
  it('passes at the cut score and fails below it', () => {
    expect(byRule([1, 1, 0], 2)).toMatchObject({ score: 2, maxScore: 3, passed: true });
    expect(byRule([1, 0.9, 0], 2)).toMatchObject({ score: 1.9, passed: false });
  });

  it('is not lost to binary fractions', () => {
    expect(total([outcome(0.1), outcome(0.2)]).score).toBe(0.3);
    expect(
      byRule(
        Array.from({ length: 10 }, () => 0.1),
        1,
      ).passed,
    ).toBe(true);
  });

  it('by a person comes after the others and leaves them as they are', () => {
    const first = byRule([1, 0], 2);
    const change = { score: 2, reason: 'two keys of item 2 accepted' };
    const corrected = decideByPerson('d2', [first], officer, 'person-1', change, at);
    if (corrected.outcome !== 'decided') throw new Error(corrected.reason);
    expect(corrected.decision).toMatchObject({ number: 2, passed: true, author: 'officer' });
    expect(first).toMatchObject({ number: 1, passed: false, author: 'rule' });
    expect(newest([corrected.decision, first])).toBe(corrected.decision);
  });

  it('is not for oneself, nor before the first', () => {
    const change = { score: 2, reason: 'x' };
    expect(decideByPerson('d2', [byRule([1], 1)], officer, 'person-2', change, at)).toMatchObject({
      reason: 'own-case',
    });
    expect(decideByPerson('d2', [], officer, 'person-1', change, at)).toMatchObject({
      reason: 'not-decided',
    });
  });
});
