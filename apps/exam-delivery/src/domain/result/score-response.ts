import { score } from '#libs/qti';
import type { Scoring } from '#libs/qti';
import type { ItemOutcome } from './decision.ts';
import { normalResponses } from './normal-text.ts';

export type ResponseScore = { score: number; refusal: string | null };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What could not be scored scores nothing and says why: it is for a person to look at, not to be guessed. Text keys of
 * every language count, because a candidate may switch the language between reading and writing. The keys have come
 * through `normalKeys`; the answer comes through `normalResponses` here.
 */
export function scoreResponse(scoring: Scoring, response: unknown, seed: string): ResponseScore {
  const scored = score(scoring, isRecord(response) ? normalResponses(scoring, response) : {}, seed);
  if (scored.ok) return { score: scored.score, refusal: null };
  const refusal = scored.refusals.map((one) => `${one.response}: ${one.code}`).join('; ');
  return { score: 0, refusal };
}

export type ScoredItem = {
  itemId: string;
  itemVersion: number;
  content: { scoring: Scoring; maxScore: number };
};

export type Answers = ReadonlyMap<string, { response: unknown }>;

/** One item by its own scoring; what was not answered scores as no answer. */
export const outcomeOf = (
  { itemId, itemVersion, content }: ScoredItem,
  answers: Answers,
  seed: string,
): ItemOutcome => ({
  itemId,
  itemVersion,
  maxScore: content.maxScore,
  ...scoreResponse(content.scoring, answers.get(itemId)?.response ?? null, seed),
});
