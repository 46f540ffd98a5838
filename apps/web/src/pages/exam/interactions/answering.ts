import { createContext, useContext } from 'react';
import type { ItemResponse } from '../journal/journal.ts';
import type { DeliveredItem } from '../package/package-content.ts';

/** One item as it is being answered; the parts inside it find their value here. */
export interface Answering {
  itemId: string;
  item: DeliveredItem;
  response: ItemResponse;
  answer: (identifier: string, value: unknown) => void;
  /** By response identifier: the order in which this attempt shows the choices. */
  order: Readonly<Record<string, readonly string[]>>;
  locked: boolean;
}

export const AnsweringContext = createContext<Answering | null>(null);

export function useAnswering(): Answering {
  const answering = useContext(AnsweringContext);
  if (!answering) throw new Error('an interaction stands outside of an item');
  return answering;
}

export function useAnswer(identifier: string) {
  const { response, answer, item, itemId, locked } = useAnswering();
  const declaration = item.responses.find((each) => each.identifier === identifier);
  return {
    value: response?.[identifier] ?? null,
    set: (value: unknown) => answer(identifier, value),
    single: declaration === undefined || declaration.cardinality === 'single',
    baseType: declaration?.baseType,
    name: `${itemId}-${identifier}`,
    locked,
  };
}

/** The answer of an item after one of its parts changed; null when nothing is left. */
export function withAnswer(
  response: ItemResponse,
  identifier: string,
  value: unknown,
): ItemResponse {
  const { [identifier]: _, ...rest } = response ?? {};
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const next = empty ? rest : { ...rest, [identifier]: value };
  return Object.keys(next).length === 0 ? null : next;
}

export const asList = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((each) => typeof each === 'string')
    : typeof value === 'string'
      ? [value]
      : [];

export type Pair = readonly [string, string];

export const asPairs = (value: unknown): Pair[] =>
  Array.isArray(value)
    ? value.filter(
        (each): each is Pair =>
          Array.isArray(each) && typeof each[0] === 'string' && typeof each[1] === 'string',
      )
    : [];

/** The choices in the order drawn for this attempt; what the order does not name keeps its place at the end. */
export function arrange<C extends { identifier: string }>(
  choices: readonly C[],
  order: readonly string[] | undefined,
): C[] {
  if (!order) return [...choices];
  const place = new Map(order.map((identifier, index) => [identifier, index]));
  const at = (choice: C) => place.get(choice.identifier) ?? choices.length;
  return choices.toSorted((a, b) => at(a) - at(b));
}
