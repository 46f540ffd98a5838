import type { Response } from '../ability/ability.ts';
import { probabilities } from '../irt/information.ts';
import type { Item } from '../irt/item.ts';
import { drawFrom, normalRandom, seededRandom } from '../numbers/random.ts';

/** Responses of persons from N(0, 1); `given` says who is given which item. */
export function simulated(
  items: readonly Item[],
  persons: number,
  seed: number,
  given: (person: number, item: number) => boolean = () => true,
): Response[][] {
  const random = seededRandom(seed);
  return Array.from({ length: persons }, (_, person) => {
    const theta = normalRandom(random);
    return items.map((item, i) => {
      const response = drawFrom(probabilities(item, theta), random);
      return given(person, i) ? response : null;
    });
  });
}
