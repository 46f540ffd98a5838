import { numberOf } from '../expressions/numeric.ts';
import { fromPlain, toPlain, type PlainValue } from '../model/plain.ts';
import { single, type Value } from '../model/value.ts';
import { drawClone, type Clone, type TemplateDefaults } from './draw-clone.ts';
import { readResponses, type Refusal, type Responses } from './read-responses.ts';
import { runRules } from './run-rules.ts';
import type { Scoring } from './scoring.ts';
import { environmentOf, indexOf, type SessionState } from './session.ts';

/** By outcome identifier, completionStatus included; NULL, and what isn't finite, is null. */
export type Outcomes = Readonly<Record<string, PlainValue>>;

/** What went before this try, and what is known beside the answer. */
export interface Session {
  /** Which language's text keys count; without it, those of every language do. */
  readonly language?: string;
  /** Outcomes and number of the tries before, for adaptive items. */
  readonly outcomes?: Outcomes;
  readonly numAttempts?: number;
  /** Seconds spent on the item. */
  readonly duration?: number;
  readonly contexts?: Readonly<Record<string, unknown>>;
  /** What the test around gives template variables (ASI, "templateDefault"). */
  readonly templates?: TemplateDefaults;
}

/** The outcomes, or why the answer was not scored; never both. */
export type Scored =
  | {
      readonly ok: true;
      readonly outcomes: Outcomes;
      /** SCORE, always finite; 0 where the item has none or it is NULL. */
      readonly score: number;
      readonly maxScore: number;
      readonly numAttempts: number;
      /** An adaptive item may go on with another try. */
      readonly completed: boolean;
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Scores one answer by the item's response processing (ASI, "Response processing"). `seed` is the
 * attempt's: it draws the clone and whatever is random in the rules, so that scoring again gives the same.
 * What is wrong with an answer comes back as refusals, as checkResponses has them. Throws nothing.
 */
export function score(
  scoring: Scoring,
  responses: Responses,
  seed: string,
  session: Session = {},
): Scored {
  const { values, refusals } = readResponses(scoring, responses);
  if (refusals.length > 0) return { ok: false, refusals };
  const clone =
    scoring.templates.length > 0 ? drawClone(scoring, seed, session.templates) : notCloned(scoring);
  const languages = keyedLanguages(scoring, session.language);
  let best: Scored | undefined;
  for (const language of languages) {
    const scored = scoreIn(language, scoring, values, clone, seed, session);
    if (best === undefined || (best.ok && scored.ok && scored.score > best.score)) best = scored;
  }
  return best as Scored;
}

// An answer stands in one language, but which one a candidate wrote in is not known for certain.
function keyedLanguages(
  { textKeys }: Scoring,
  wanted: string | undefined,
): readonly (string | undefined)[] {
  if (wanted !== undefined) return [wanted];
  return [undefined, ...Object.keys(textKeys)];
}

const textKeysIn = ({ textKeys }: Scoring, language: string | undefined) =>
  language !== undefined && Object.hasOwn(textKeys, language) ? textKeys[language] : undefined;

const notCloned = (scoring: Scoring): Clone => {
  const { responses, outcomes, others } = indexOf(scoring);
  const nothing = new Map<string, Value | null>();
  return {
    variables: nothing,
    correct: nothing,
    initial: nothing,
    declaredInitial: (name) =>
      (responses.get(name) ?? outcomes.get(name) ?? others.get(name))?.default,
  };
};

function scoreIn(
  language: string | undefined,
  scoring: Scoring,
  responses: ReadonlyMap<string, Value | null>,
  clone: Clone,
  seed: string,
  session: Session,
): Scored {
  const index = indexOf(scoring);
  const keys = textKeysIn(scoring, language);
  const before = session.numAttempts ?? 0;
  const numAttempts = before + (isUncounted(scoring, responses) ? 0 : 1);
  const outcomes = initialOutcomes(scoring, clone, session);
  const state: SessionState = {
    responses,
    outcomes,
    clone,
    numAttempts,
    duration: session.duration ?? 0,
    contexts: contextsOf(scoring, session),
    declared: (identifier) => {
      const declaration = index.responses.get(identifier);
      const key = keys && Object.hasOwn(keys, identifier) ? keys[identifier] : undefined;
      return declaration && key ? { ...declaration, ...key } : declaration;
    },
    seed: `${seed}\n${scoring.identifier}\nresponse\n${numAttempts}`,
  };
  runRules(scoring.rules, index.outcomes, outcomes, environmentOf(state));
  if (!scoring.adaptive) outcomes.set('completionStatus', single('identifier', 'completed'));
  const status = toPlain(outcomes.get('completionStatus') ?? null);
  return {
    ok: true,
    outcomes: Object.fromEntries([...outcomes].map(([name, value]) => [name, toPlain(value)])),
    score: finiteOf(outcomes.get('SCORE') ?? null),
    maxScore: scoring.maxScore,
    numAttempts,
    completed: status === 'completed',
  };
}

/** The standard's float may be infinite, a score may not: it is NULL then, as in the outcomes. */
const finiteOf = (value: Value | null): number => {
  const number = numberOf(value) ?? 0;
  return Number.isFinite(number) ? number : 0;
};

/** An adaptive item goes on from the outcomes of the try before; any other begins at the defaults. */
function initialOutcomes(
  scoring: Scoring,
  clone: Clone,
  session: Session,
): Map<string, Value | null> {
  const outcomes = new Map(indexOf(scoring).initial);
  for (const [name, value] of clone.initial) if (outcomes.has(name)) outcomes.set(name, value);
  if (!outcomes.has('completionStatus'))
    outcomes.set('completionStatus', single('identifier', 'unknown'));
  if (!scoring.adaptive || session.outcomes === undefined) return outcomes;
  for (const [name, given] of Object.entries(session.outcomes)) {
    const declaration = indexOf(scoring).outcomes.get(name) ?? statusDeclaration;
    const read = outcomes.has(name) ? fromPlain(declaration, given) : undefined;
    if (read?.ok) outcomes.set(name, read.value);
  }
  return outcomes;
}

const statusDeclaration = { cardinality: 'single', baseType: 'identifier' } as const;

function contextsOf(scoring: Scoring, { contexts = {} }: Session): Map<string, Value | null> {
  return new Map(
    scoring.contexts.map((declaration) => {
      const read = fromPlain(declaration, contexts[declaration.identifier]);
      return [
        declaration.identifier,
        read.ok && read.value !== null ? read.value : declaration.default,
      ];
    }),
  );
}

const isUncounted = ({ domains }: Scoring, responses: ReadonlyMap<string, Value | null>): boolean =>
  Object.entries(domains).some(([name, domain]) => {
    const value = responses.get(name);
    return domain.uncounted === true && value?.cardinality === 'single' && value.value === true;
  });
