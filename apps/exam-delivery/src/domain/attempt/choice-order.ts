import { shuffleOrder } from '#libs/qti';
import type { ChoiceOrder as OrderInItem, Delivery } from '#libs/qti';

/** By item, then by response: the order of the choices, the same in each language. */
export type ChoiceOrder = Record<string, OrderInItem>;

/** Drawn once per attempt, from its stored seed. Items without anything to shuffle are left out. */
export function drawChoiceOrder(
  items: readonly { itemId: string; delivery: Pick<Delivery, 'identifier' | 'body'> }[],
  seed: string,
): ChoiceOrder {
  const drawn = items.map(
    ({ itemId, delivery }) => [itemId, shuffleOrder(delivery, seed)] as const,
  );
  return Object.fromEntries(drawn.filter(([, order]) => Object.keys(order).length > 0));
}
