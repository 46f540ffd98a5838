import { interactionsOf } from '../content/walk.ts';
import { seededRandom, shuffled } from '../evaluate/random.ts';
import type { Choice, InteractionNode } from '../model/content.ts';
import type { Delivery } from './delivery.ts';

/** By response identifier: the order of the choices; of a match its sources, then its targets. */
export type ChoiceOrder = Readonly<Record<string, readonly string[]>>;

/** Lists that are shuffled each by itself. */
function groupsOf(node: InteractionNode): readonly (readonly Choice[])[] {
  if (!('shuffle' in node) || !node.shuffle) return [];
  return 'sets' in node ? node.sets : [node.choices];
}

/**
 * Draws the order of choices once for an attempt. It hangs on identifiers and seed only, so it is the
 * same in each language; a fixed choice keeps its place (ASI, "shuffle", "fixed"). Throws nothing.
 */
export function shuffleOrder(
  delivery: Pick<Delivery, 'identifier' | 'body'>,
  seed: string,
): ChoiceOrder {
  const order: Record<string, readonly string[]> = {};
  for (const node of interactionsOf(delivery.body)) {
    const groups = groupsOf(node);
    if (groups.length === 0) continue;
    const random = seededRandom(`${seed}\n${delivery.identifier}\norder\n${node.response}`);
    order[node.response] = groups.flatMap((group) => {
      const moving = shuffled(
        group.filter(({ fixed }) => !fixed),
        random,
      );
      return group.map((choice) => (choice.fixed ? choice : (moving.shift() ?? choice)).identifier);
    });
  }
  return order;
}
