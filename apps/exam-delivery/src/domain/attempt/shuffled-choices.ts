// Which choices of an item are to be shuffled, read from its delivery: the only thing that the server needs of it.

import type { Shuffled } from './choice-order.ts';

type Choice = { id: string; fixed: boolean };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function choicesOf(value: unknown): Choice[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((choice: unknown) =>
    isRecord(choice) && typeof choice['identifier'] === 'string'
      ? [{ id: choice['identifier'], fixed: choice['fixed'] === true }]
      : [],
  );
}

/** Walks the whole delivery, because an interaction may stand anywhere in its content. */
export function shuffledChoices(item: string, delivery: unknown): Shuffled[] {
  if (Array.isArray(delivery))
    return delivery.flatMap((node: unknown) => shuffledChoices(item, node));
  if (!isRecord(delivery)) return [];
  const inside = Object.values(delivery).flatMap((value) => shuffledChoices(item, value));
  const { type, shuffle, response, choices, sets } = delivery;
  if (type !== 'interaction' || shuffle !== true || typeof response !== 'string') return inside;
  const lists: unknown[] = Array.isArray(sets) ? sets : [choices];
  return [{ item, response, groups: lists.map(choicesOf) }, ...inside];
}
