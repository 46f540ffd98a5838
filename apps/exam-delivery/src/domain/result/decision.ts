// Scores are appended, never overwritten: each decision keeps its rule, author, reason and date, and the newest counts.

import { isOwnCase } from '../duties.ts';
import type { Actor } from '../duties.ts';
import { refused } from '../refusals.ts';
import type { Refused } from '../refusals.ts';

export type ItemOutcome = {
  itemId: string;
  itemVersion: number;
  score: number;
  maxScore: number;
  /** Why the response could not be scored, if so; it then scores 0 and opens a case. */
  refusal: string | null;
};

export type Decision = {
  decisionId: string;
  attemptId: string;
  number: number;
  score: number;
  maxScore: number;
  cutScore: number;
  passed: boolean;
  outcomes: ItemOutcome[];
  /** 'rule': the exam's own rule; else the account of the person who decided. */
  author: string;
  reason: string;
  at: Date;
};

export type Score = { score: number; maxScore: number };

const partsOfAPoint = 1e6;

/** How a total is made, in the words of the case file. */
export const totalling = {
  total: 'sum',
  exactTo: 1 / partsOfAPoint,
  passes: 'at-least-cut-score',
} as const;

/** Sums in millionths: 0.1 + 0.2 must not fail a candidate at 0.3. */
export function total(outcomes: readonly ItemOutcome[]): Score {
  const sum = (part: (outcome: ItemOutcome) => number): number =>
    outcomes.reduce((all, outcome) => all + Math.round(part(outcome) * partsOfAPoint), 0) /
    partsOfAPoint;
  return { score: sum((o) => o.score), maxScore: sum((o) => o.maxScore) };
}

export const reaches = (score: number, cutScore: number): boolean => score >= cutScore;

export const newest = (decisions: readonly Decision[]): Decision | undefined =>
  decisions.toSorted((a, b) => b.number - a.number)[0];

export function decideByRule(
  ids: { decisionId: string; attemptId: string },
  outcomes: ItemOutcome[],
  cutScore: number,
  at: Date,
): Decision {
  const { score, maxScore } = total(outcomes);
  return {
    ...ids,
    number: 1,
    score,
    maxScore,
    cutScore,
    passed: reaches(score, cutScore),
    outcomes,
    author: 'rule',
    reason: `score of at least ${cutScore} of ${maxScore}`,
    at,
  };
}

export type Correction =
  | { outcome: 'decided'; decision: Decision }
  | Refused<'own-case' | 'not-decided'>;

/** A person changes a score by adding a decision after the newest one; the item outcomes stay as they were scored. */
export function decideByPerson(
  decisionId: string,
  before: readonly Decision[],
  actor: Actor,
  practitionerId: string,
  change: { score: number; reason: string },
  at: Date,
): Correction {
  if (isOwnCase(actor, practitionerId)) return refused('own-case');
  const last = newest(before);
  if (last === undefined) return refused('not-decided');
  const decision: Decision = {
    ...last,
    decisionId,
    number: last.number + 1,
    score: change.score,
    passed: reaches(change.score, last.cutScore),
    author: actor.account,
    reason: change.reason,
    at,
  };
  return { outcome: 'decided', decision };
}
