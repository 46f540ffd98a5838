// The stored answers scored once more by the stored scoring: what an officer defends before a court.

import { total } from './decision.ts';
import type { Decision, ItemOutcome, Score } from './decision.ts';
import { outcomeOf } from './score-response.ts';
import type { Answers, ScoredItem } from './score-response.ts';

export type Outcome = Pick<ItemOutcome, 'score' | 'maxScore' | 'refusal'>;

export type Compared<T> = {
  item: T;
  /** Null where the decision does not name the item in this version. */
  stored: Outcome | null;
  again: Outcome;
  equal: boolean;
};

export type ScoredAgain<T> = {
  items: Compared<T>[];
  totals: {
    stored: Score;
    again: Score;
    /** Each item and the total. */
    equal: boolean;
  };
};

/** `decision` is the one by the exam's rule; a person's, after it, may give another score and says why. */
export function scoreAgain<T extends ScoredItem>(
  items: readonly T[],
  answers: Answers,
  seed: string,
  decision: Decision,
): ScoredAgain<T> {
  const outcomes = items.map((item) => ({ item, now: outcomeOf(item, answers, seed) }));
  const compared = outcomes.map(({ item, now }): Compared<T> => {
    const then = decision.outcomes.find(
      ({ itemId, itemVersion }) => itemId === now.itemId && itemVersion === now.itemVersion,
    );
    const again = plain(now);
    const stored = then === undefined ? null : plain(then);
    return { item, stored, again, equal: stored !== null && same(stored, again) };
  });
  const again = total(outcomes.map(({ now }) => now));
  const { score, maxScore } = decision;
  const equal =
    compared.every((one) => one.equal) &&
    decision.outcomes.length === items.length &&
    again.score === score &&
    again.maxScore === maxScore;
  return { items: compared, totals: { stored: { score, maxScore }, again, equal } };
}

const plain = ({ score, maxScore, refusal }: ItemOutcome): Outcome => ({
  score,
  maxScore,
  refusal,
});

const same = (a: Outcome, b: Outcome): boolean =>
  a.score === b.score && a.maxScore === b.maxScore && a.refusal === b.refusal;
