import type { ResponseDeclaration } from '../model/declaration.ts';
import { numberOf } from '../expressions/numeric.ts';
import type { ResponseRule } from '../model/rule.ts';
import type { Value } from '../model/value.ts';
import { toPlain } from '../model/plain.ts';
import { score } from '../scoring/score.ts';
import type { Domain } from '../scoring/domain.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { bestResponse } from './best-response.ts';

/**
 * The most that SCORE can be: what the item declares (normal-maximum, MAXSCORE), else the best of what
 * no response, the correct responses and the best mapped responses bring, and of the constants that rules
 * give. Where rules compute with what was typed, that may be less than somebody reaches.
 */
export function maxScoreOf(scoring: Scoring): number {
  const declared = scoring.outcomes.find(({ identifier }) => identifier === 'SCORE')?.normalMaximum;
  if (declared !== undefined) return declared;
  const most = toPlain(
    scoring.outcomes.find(({ identifier }) => identifier === 'MAXSCORE')?.default ?? null,
  );
  if (typeof most === 'number' && most > 0) return most;
  const tries = [nothing, correctOf, bestResponse].map((choose) => {
    const responses = Object.fromEntries(
      scoring.responses.flatMap((response) => {
        const value = choose(response, scoring.domains[response.identifier]);
        return value === null ? [] : [[response.identifier, toPlain(value)]];
      }),
    );
    const scored = score(scoring, responses, '');
    return scored.ok ? scored.score : 0;
  });
  return Math.max(0, ...tries, ...(constantScores(scoring.rules) ?? []));
}

/** Every value that rules give SCORE, undefined where one of them is not a constant. */
function constantScores(rules: readonly ResponseRule[]): number[] | undefined {
  const found: number[] = [];
  for (const rule of rules) {
    if (rule.rule === 'set-outcome-value' && rule.identifier === 'SCORE') {
      const number = rule.value.op === 'base-value' ? numberOf(rule.value.value) : undefined;
      if (number === undefined) return undefined;
      found.push(number);
    } else if (rule.rule === 'lookup-outcome-value' && rule.identifier === 'SCORE')
      return undefined;
    const inside =
      rule.rule === 'condition'
        ? [...rule.branches.flatMap((branch) => branch.rules), ...rule.otherwise]
        : rule.rule === 'fragment'
          ? rule.rules
          : [];
    const more = constantScores(inside);
    if (more === undefined) return undefined;
    found.push(...more);
  }
  return found;
}

type Choose = (response: ResponseDeclaration, domain: Domain | undefined) => Value | null;

// The least bound of a mapping may be above 0.
const nothing: Choose = () => null;

const correctOf: Choose = (response, domain) => response.correct ?? bestResponse(response, domain);
