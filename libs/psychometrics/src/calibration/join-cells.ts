import { at } from '../numbers/check.ts';

/** Cells with fewer expected persons are put together with their neighbours. */
const LEAST_EXPECTED = 1;

/** Persons of one total score by category of one item. */
export interface Cells {
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

function enough({ expected }: Cells): boolean {
  return expected.length > 1 && expected.every((value) => value >= LEAST_EXPECTED);
}

function plus(one: Cells, other: Cells): Cells {
  return {
    observed: one.observed.map((value, k) => value + at(other.observed, k)),
    expected: one.expected.map((value, k) => value + at(other.expected, k)),
  };
}

/** From both ends towards the middle, until each group has enough of right and of wrong. */
export function joinScores(groups: readonly Cells[]): Cells[] {
  const joined = [...groups];
  for (let i = 0; i + 1 < joined.length && joined[i]; i++) {
    const [one, next] = joined.slice(i, i + 2);
    if (one && next && !enough(one)) {
      joined.splice(i, 2, plus(one, next));
      i--;
    }
  }
  for (let i = joined.length - 1; i > 0; i--) {
    const [before, one] = joined.slice(i - 1, i + 1);
    if (before && one && !enough(one)) joined.splice(i - 1, 2, plus(before, one));
  }
  return joined.filter(enough);
}

/** Within one score, rare categories go to the neighbour with more. */
export function joinCategories({ observed, expected }: Cells): Cells {
  const o = [...observed];
  const e = [...expected];
  while (e.length > 1) {
    const k = e.findIndex((value) => value < LEAST_EXPECTED);
    if (k < 0) break;
    const into = k === 0 || (k + 1 < e.length && at(e, k + 1) > at(e, k - 1)) ? k + 1 : k - 1;
    e[into] = at(e, into) + at(e, k);
    o[into] = at(o, into) + at(o, k);
    e.splice(k, 1);
    o.splice(k, 1);
  }
  return e.length > 1 ? { observed: o, expected: e } : { observed: [], expected: [] };
}
