// Small cells are hidden, and as many others that no hidden one follows from what is shown.

import { spanOf } from './linear-span.ts';

export const SMALLEST_SHOWN = 5;

/** One figure of a table, as the sums of base cells it tells: it is shown whole or hidden whole. */
export interface Figure {
  id: string;
  /** Which loss a reader feels more: of figures that would do, the one of the least worth is hidden. */
  worth: number;
  sums: readonly (readonly number[])[];
}

/** A sum of a figure and the sums it divides into: who sees all but one sees that one, too. */
export interface Line {
  whole: { id: string; sum: number };
  parts: readonly { id: string; sum: number }[];
}

export const isSmall = (people: number) => people > 0 && people < SMALLEST_SHOWN;

/**
 * Hides (1) every figure that tells of fewer than five people; (2) in each line, further figures
 * until what is hidden in it holds five people or nobody; (3) whatever is left over by which a
 * hidden small sum could still be computed from all shown ones together (Gusfield 1988 shows that
 * (2) alone is not enough). Base cells without people are no secret.
 */
export function suppress(
  people: readonly number[],
  figures: readonly Figure[],
  lines: readonly Line[],
  few: readonly string[] = [],
): Set<string> {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const count = (sum: readonly number[]) =>
    sum.reduce((total, cell) => total + (people[cell] ?? 0), 0);
  const sumOf = ({ id, sum }: { id: string; sum: number }) => byId.get(id)?.sums[sum] ?? [];
  const size = new Map(
    figures.map((figure) => [figure.id, Math.max(0, ...figure.sums.map(count))] as const),
  );
  const isLess = (one: string, other: string) =>
    (byId.get(one)?.worth ?? 0) - (byId.get(other)?.worth ?? 0) ||
    (size.get(one) ?? 0) - (size.get(other) ?? 0);
  const leastOf = (ids: readonly string[]): string | undefined => ids.toSorted(isLess)[0];

  const hidden = new Set([
    ...few,
    ...figures
      .filter((figure) => figure.sums.some((sum) => isSmall(count(sum))))
      .map(({ id }) => id),
  ]);
  const secrets = figures.flatMap((figure) => figure.sums.filter((sum) => isSmall(count(sum))));

  const closeLines = () => {
    for (let changed = true; changed;) {
      changed = false;
      for (const { whole, parts } of lines) {
        if (hidden.has(whole.id)) continue;
        const shown = parts.filter((part) => !hidden.has(part.id) && count(sumOf(part)) > 0);
        const rest =
          count(sumOf(whole)) - shown.reduce((total, part) => total + count(sumOf(part)), 0);
        if (!isSmall(rest)) continue;
        hidden.add(leastOf(shown.map((part) => part.id)) ?? whole.id);
        changed = true;
      }
    }
  };

  const peopled = [...people.keys()].filter((cell) => (people[cell] ?? 0) > 0);
  const unknown = new Map(peopled.map((cell, at) => [cell, at]));
  const inUnknowns = (sum: readonly number[]) => sum.flatMap((cell) => unknown.get(cell) ?? []);

  const hideGiveaways = (): boolean => {
    const told = figures
      .filter((figure) => !hidden.has(figure.id))
      .flatMap((figure) => figure.sums.map((sum) => ({ id: figure.id, sum: inUnknowns(sum) })));
    const giveaway = spanOf(
      told.map(({ sum }) => sum),
      peopled.length,
    );
    const before = hidden.size;
    for (const secret of secrets) {
      const together = giveaway(inUnknowns(secret))?.flatMap((index) => told[index]?.id ?? []);
      if (together === undefined || together.some((id) => hidden.has(id))) continue;
      const victim = leastOf(together);
      if (victim !== undefined) hidden.add(victim);
    }
    return hidden.size > before;
  };

  do closeLines();
  while (hideGiveaways());
  return hidden;
}
