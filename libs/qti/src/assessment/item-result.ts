import { sameValue } from '../evaluate/comparing.ts';
import { fromPlain } from '../model/plain.ts';
import type { Value } from '../model/value.ts';
import { drawClone, type TemplateDefaults } from '../scoring/draw-clone.ts';
import { readResponses, type Responses } from '../scoring/read-responses.ts';
import type { Outcomes } from '../scoring/score.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { initialOutcome } from '../scoring/session.ts';

/** What a test knows of one of its items. */
export interface ItemResult {
  /** Shown to the candidate. */
  readonly presented: boolean;
  /** At least one response was given that is not NULL and not the default. */
  readonly responded: boolean;
  /** Whether every response is the correct one; null where one of them has no correct response. */
  readonly correct: boolean | null;
  /** Its responses and outcomes by identifier, with their types; plain JSON. */
  readonly values: Readonly<Record<string, Value | null>>;
  /** normal-minimum and normal-maximum of single numeric outcomes, where they are declared. */
  readonly bounds: Readonly<Record<string, { readonly min?: number; readonly max?: number }>>;
}

/**
 * Of an item that was answered: what `score` gave for these responses, and what the test asks beside it
 * (ASI, "numberCorrect", "numberResponded", "outcomeMaximum"). `seed` and `templates` are the attempt's, as
 * `score` had them. Meant for answers that it took. Throws nothing.
 */
export function itemResult(
  scoring: Scoring,
  responses: Responses,
  outcomes: Outcomes,
  seed: string,
  templates: TemplateDefaults = {},
): ItemResult {
  const { values } = readResponses(scoring, responses);
  const clone = scoring.templates.length > 0 ? drawClone(scoring, seed, templates) : undefined;
  const correctOf = (name: string) => {
    const drawn = clone?.correct.get(name);
    return drawn !== undefined
      ? drawn
      : (scoring.responses.find(({ identifier }) => identifier === name)?.correct ?? null);
  };
  const given = scoring.responses.map(({ identifier, default: initial }) => ({
    value: values.get(identifier) ?? null,
    correct: correctOf(identifier),
    initial,
  }));
  const keyed = given.length > 0 && given.every(({ correct }) => correct !== null);
  return {
    presented: true,
    responded: given.some(
      ({ value, initial }) => value !== null && (initial === null || !sameValue(value, initial)),
    ),
    correct: keyed
      ? given.every(
          ({ value, correct }) => value !== null && correct !== null && sameValue(value, correct),
        )
      : null,
    values: { ...Object.fromEntries(values), ...typed(scoring, outcomes) },
    bounds: boundsOf(scoring),
  };
}

function typed(scoring: Scoring, outcomes: Outcomes): Record<string, Value | null> {
  return Object.fromEntries(
    scoring.outcomes.map((declaration) => {
      const read = fromPlain(declaration, outcomes[declaration.identifier]);
      return [declaration.identifier, read.ok ? read.value : null];
    }),
  );
}

/** Of an item that was not answered, or not even shown: its outcomes are as they begin. Throws nothing. */
export const unanswered = (scoring: Scoring, presented: boolean): ItemResult => ({
  presented,
  responded: false,
  correct: null,
  values: Object.fromEntries(
    scoring.outcomes.map((outcome) => [outcome.identifier, initialOutcome(outcome)]),
  ),
  bounds: boundsOf(scoring),
});

const boundsOf = ({ outcomes }: Scoring): ItemResult['bounds'] =>
  Object.fromEntries(
    outcomes.map(({ identifier, normalMinimum: min, normalMaximum: max }) => [
      identifier,
      { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
    ]),
  );
