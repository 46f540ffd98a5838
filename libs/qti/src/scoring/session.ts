// One evaluation of an item's rules: its variables, and the environment that expressions see.
import type { Environment } from '../evaluate/environment.ts';
import { seededRandom, type Random } from '../evaluate/random.ts';
import type { Declaration, OutcomeDeclaration, ResponseDeclaration } from '../model/declaration.ts';
import { single, type Value } from '../model/value.ts';
import type { Clone } from './draw-clone.ts';
import type { Scoring } from './scoring.ts';

interface Index {
  readonly responses: ReadonlyMap<string, ResponseDeclaration>;
  readonly outcomes: ReadonlyMap<string, OutcomeDeclaration>;
  readonly others: ReadonlyMap<string, Declaration>;
  readonly initial: ReadonlyMap<string, Value | null>;
}

const indexes = new WeakMap<Scoring, Index>();

const byIdentifier = <D extends Declaration>(declarations: readonly D[]): Map<string, D> =>
  new Map(declarations.map((declaration) => [declaration.identifier, declaration]));

export function indexOf(scoring: Scoring): Index {
  const known = indexes.get(scoring);
  if (known) return known;
  const made: Index = {
    responses: byIdentifier(scoring.responses),
    outcomes: byIdentifier(scoring.outcomes),
    others: byIdentifier([...scoring.templates, ...scoring.contexts]),
    initial: new Map(
      scoring.outcomes.map((outcome) => [outcome.identifier, initialOutcome(outcome)]),
    ),
  };
  indexes.set(scoring, made);
  return made;
}

/** ASI, "outcomeDeclaration": without a default a single number begins at 0, all else at NULL. */
export function initialOutcome({
  cardinality,
  baseType,
  default: initial,
}: OutcomeDeclaration): Value | null {
  if (initial !== null || cardinality !== 'single') return initial;
  return baseType === 'integer' || baseType === 'float' ? single(baseType, 0) : null;
}

export interface SessionState {
  readonly responses: ReadonlyMap<string, Value | null>;
  readonly outcomes: Map<string, Value | null>;
  readonly clone: Clone;
  readonly numAttempts: number;
  readonly duration: number;
  readonly contexts: ReadonlyMap<string, Value | null>;
  /** What the keys of a language change. */
  readonly declared: (identifier: string) => ResponseDeclaration | undefined;
  readonly seed: string;
}

/** ASI, "lookupOutcomeValue" and the rest read variables by name, whatever kind they are of. */
export function environmentOf(state: SessionState): Environment {
  const { responses, outcomes, clone, contexts, declared } = state;
  let random: Random | undefined;
  return {
    variable: (identifier) => {
      const response = responses.get(identifier);
      if (response !== undefined) return response;
      const outcome = outcomes.get(identifier);
      if (outcome !== undefined) return outcome;
      if (identifier === 'numAttempts') return single('integer', state.numAttempts);
      if (identifier === 'duration') return single('duration', state.duration);
      return clone.variables.get(identifier) ?? contexts.get(identifier) ?? null;
    },
    correct: (identifier) => {
      const drawn = clone.correct.get(identifier);
      return drawn !== undefined ? drawn : (declared(identifier)?.correct ?? null);
    },
    initial: (identifier) => {
      const drawn = clone.initial.get(identifier);
      return drawn !== undefined ? drawn : (clone.declaredInitial(identifier) ?? null);
    },
    response: declared,
    get random() {
      return (random ??= seededRandom(state.seed));
    },
  };
}
