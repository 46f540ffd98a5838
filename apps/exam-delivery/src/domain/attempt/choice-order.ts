// The order of choices is drawn once per attempt from its stored seed, and is the same in each language.

import { createHash } from 'node:crypto';

/** By item, by response identifier: every choice of that interaction. A page sorts each group of choices by it. */
export type ChoiceOrder = Record<string, Record<string, string[]>>;

export type Shuffled = {
  item: string;
  response: string;
  /** Each group is shuffled by itself: a match has two, everything else one. */
  groups: { id: string; fixed: boolean }[][];
};

/** Numbers from 0 to below - 1, evenly, the same on every machine for the same seed and place. */
function drawer(seed: string, place: string): (below: number) => number {
  let counter = 0;
  return (below) => {
    const limit = 2 ** 32 - (2 ** 32 % below);
    for (;;) {
      const digest = createHash('sha256').update(`${seed}\n${place}\n${counter++}`).digest();
      const value = digest.readUInt32BE(0);
      if (value < limit) return value % below;
    }
  };
}

function shuffle(group: Shuffled['groups'][number], draw: (below: number) => number): string[] {
  const moving = group.filter((choice) => !choice.fixed).map((choice) => choice.id);
  for (let last = moving.length - 1; last > 0; last--) {
    const other = draw(last + 1);
    const [a, b] = [moving[last], moving[other]];
    if (a !== undefined && b !== undefined) [moving[last], moving[other]] = [b, a];
  }
  // QTI 3 §5.28 fixed: such a choice keeps its place.
  return group.map((choice) => (choice.fixed ? choice.id : (moving.shift() ?? choice.id)));
}

export function drawChoiceOrder(seed: string, shuffled: readonly Shuffled[]): ChoiceOrder {
  const order: ChoiceOrder = {};
  for (const { item, response, groups } of shuffled) {
    const draw = drawer(seed, `${item}\n${response}`);
    (order[item] ??= {})[response] = groups.flatMap((group) => shuffle(group, draw));
  }
  return order;
}
