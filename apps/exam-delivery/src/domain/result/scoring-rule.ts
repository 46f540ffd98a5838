// How an item was scored, said without its key: the kind of rule, the points, and a commitment to the scoring document.

import { createHash, createHmac } from 'node:crypto';
import type { Scoring } from '#libs/qti';
import { canonicalBody } from '../attempt/journal.ts';

/**
 * 'match_correct': the points when the answer is the key, else 0; 'equal_correct': the same of a number within its
 * tolerance; 'map_response', 'map_response_point': the points that the item gives what was answered; 'inline': rules
 * of the item's own.
 */
export type Processing =
  | 'match_correct'
  | 'equal_correct'
  | 'map_response'
  | 'map_response_point'
  | 'inline';

export type ScoringRule = {
  processing: Processing;
  maxScore: number;
  /** Of the scoring document, and of what reads it. */
  scoringVersion: number;
  scoringDigest: string;
};

const beside = new Set(['variable', 'base-value', 'is-null']);
const kinds: ReadonlyMap<string, Processing> = new Map([
  ['correct,match', 'match_correct'],
  ['correct,equal', 'equal_correct'],
  ['map-response', 'map_response'],
  ['map-response-point', 'map_response_point'],
]);

export function processingOf({ rules, maxScore }: Scoring): Processing {
  const operators = new Set<string>();
  const points = new Set<unknown>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('op' in node && typeof node.op === 'string') operators.add(node.op);
    if ('op' in node && node.op === 'base-value' && 'value' in node)
      points.add(scalarOf(node.value));
    for (const part of Object.values(node)) walk(part);
  };
  walk(rules);
  const named = [...operators].filter((one) => !beside.has(one)).toSorted();
  const kind = kinds.get(named.join(',')) ?? 'inline';
  return [...points].every((one) => one === 0 || one === maxScore) ? kind : 'inline';
}

const scalarOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'value' in value ? value.value : value;

type Place = { formId: string; itemId: string; itemVersion: number };

/** Drawn from the service's secret, the same each time: the annex tells it, the ordinary file does not. */
export const scoringSalt = (secret: Buffer, { formId, itemId, itemVersion }: Place): string =>
  createHmac('sha256', secret)
    .update(`sanad-scoring-salt-1\n${formId}\n${itemId}\n${itemVersion}`)
    .digest('base64url');

/** Without the salt nobody can try the few keys that an item can have until the digest fits. */
export const scoringDigest = (salt: string, scoring: Scoring): string =>
  `sha256-${createHash('sha256')
    .update(`${salt}.${canonicalBody(scoring)}`)
    .digest('base64url')}`;

export const scoringRule = (salt: string, scoring: Scoring, maxScore: number): ScoringRule => ({
  processing: processingOf(scoring),
  maxScore,
  scoringVersion: scoring.version,
  scoringDigest: scoringDigest(salt, scoring),
});
