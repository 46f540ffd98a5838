// The standard response processing templates, as 1EdTech publishes them under
// https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/ (match_correct.xml and so on).
import type { Expression } from '../model/expression.ts';
import { standardTemplates, type ResponseRule, type StandardTemplate } from '../model/rule.ts';
import { single } from '../model/value.ts';

const response: Expression = { op: 'variable', identifier: 'RESPONSE' };
const isCorrect: Expression = {
  op: 'match',
  of: [response, { op: 'correct', identifier: 'RESPONSE' }],
};
const isMissing: Expression = { op: 'is-null', of: [response] };

const set = (identifier: string, value: Expression): ResponseRule => ({
  rule: 'set-outcome-value',
  identifier,
  value,
});
const constant = (value: number): Expression => ({
  op: 'base-value',
  value: single('float', value),
});
const word = (value: string): Expression => ({
  op: 'base-value',
  value: single('identifier', value),
});

const when = (
  condition: Expression,
  rules: readonly ResponseRule[],
  otherwise: readonly ResponseRule[],
): ResponseRule => ({
  rule: 'condition',
  branches: [{ when: condition, rules }],
  otherwise,
});

const matchCorrect = [when(isCorrect, [set('SCORE', constant(1))], [set('SCORE', constant(0))])];
const mapResponse = [
  when(
    isMissing,
    [set('SCORE', constant(0))],
    [set('SCORE', { op: 'map-response', identifier: 'RESPONSE' })],
  ),
];

export const templateRules: Readonly<Record<StandardTemplate, readonly ResponseRule[]>> = {
  match_correct: matchCorrect,
  CC2_match: matchCorrect,
  map_response: mapResponse,
  map_response_point: [
    when(
      isMissing,
      [set('SCORE', constant(0))],
      [set('SCORE', { op: 'map-response-point', identifier: 'RESPONSE' })],
    ),
  ],
  CC2_match_basic: [
    when(
      isCorrect,
      [
        set('SCORE', { op: 'variable', identifier: 'MAXSCORE' }),
        set('FEEDBACKBASIC', word('correct')),
      ],
      [set('FEEDBACKBASIC', word('incorrect'))],
    ),
  ],
  CC2_map_response: [
    ...mapResponse,
    when(
      {
        op: 'equal',
        of: [
          { op: 'variable', identifier: 'MAXSCORE' },
          { op: 'variable', identifier: 'SCORE' },
        ],
        toleranceMode: 'exact',
        tolerance: [],
        includeLowerBound: true,
        includeUpperBound: true,
      },
      [set('FEEDBACK', word('correct'))],
      [set('FEEDBACK', word('incorrect'))],
    ),
  ],
};

/** Outcome variables that a template sets or reads: they have to be declared. */
export const templateOutcomes: Readonly<Record<StandardTemplate, readonly string[]>> = {
  match_correct: ['SCORE'],
  CC2_match: ['SCORE'],
  map_response: ['SCORE'],
  map_response_point: ['SCORE'],
  CC2_match_basic: ['SCORE', 'MAXSCORE', 'FEEDBACKBASIC'],
  CC2_map_response: ['SCORE', 'MAXSCORE', 'FEEDBACK'],
};

/** Every address under which the templates have been published ends in their name. */
export function standardTemplate(address: string): StandardTemplate | undefined {
  const [, name] =
    /^https?:\/\/(?:www|purl)\.imsglobal\.org\/(?:.*\/)?rptemplates\/([A-Za-z0-9_]+?)(?:\.xml)?$/u.exec(
      address.trim(),
    ) ?? [];
  return standardTemplates.find((known) => known === name);
}
