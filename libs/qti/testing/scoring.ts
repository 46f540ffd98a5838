import { score, type Outcomes, type Session } from '../src/index.ts';
import { compiled, type ItemParts } from './item-xml.ts';

/** Every outcome of one answer; a refusal is an error, so that a spec cannot pass by one. */
export function outcomesOf(
  parts: ItemParts | string,
  responses: Readonly<Record<string, unknown>>,
  session: Session = {},
): Outcomes {
  const scored = score(compiled(parts).scoring, responses, 'seed', session);
  if (!scored.ok) throw new Error(`refused: ${JSON.stringify(scored.refusals)}`);
  return scored.outcomes;
}

/** SCORE of one answer to RESPONSE; without an answer RESPONSE is NULL. */
export const scoreOf = (parts: ItemParts | string, answer?: unknown): unknown =>
  outcomesOf(parts, answer === undefined ? {} : { RESPONSE: answer })['SCORE'];

/** The codes with which an answer to RESPONSE is refused, [] if it is scored. */
export function refusalOf(parts: ItemParts | string, answer: unknown): readonly string[] {
  const scored = score(compiled(parts).scoring, { RESPONSE: answer }, 'seed');
  return scored.ok ? [] : scored.refusals.map(({ response, code }) => `${response} ${code}`);
}
