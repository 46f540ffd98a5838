import { at } from '../numbers/check.ts';
import { chiSquareTail } from '../numbers/gamma.ts';
import type { Calibration, CalibrationState } from './calibrate.ts';
import { logTables } from './expectation.ts';
import { joinCategories, joinScores } from './join-cells.ts';
import type { Cells } from './join-cells.ts';

/** Chi-square, its degrees of freedom, and p. */
export interface ItemFit {
  /** Orlando and Thissen's (2000) S-X2; Kang and Chen (2008) for several categories. */
  readonly sX2: number;
  readonly df: number;
  /** The probability of as bad a fit if the model holds; null without degrees of freedom. */
  readonly p: number | null;
}

/**
 * By item of the calibration: do the persons of one total score answer it as the model says they do?
 * With items missing by design each set of items that was given together is compared by itself, and
 * the sets are added up. Null where the item was not estimated. Scores or categories with fewer than one
 * expected person are joined with their neighbours. Of what calibrate gave; throws nothing.
 */
export function itemFit({ state, items }: Calibration): (ItemFit | null)[] {
  const { data } = state;
  const found = data.columns.map(({ parameters }) => ({ sX2: 0, cells: 0, parameters }));
  for (const form of formsOf(state)) {
    form.columns.forEach((c, place) => {
      const total = found[c];
      const { sX2, cells } = cellsOf(form, place);
      if (total === undefined) return;
      total.sX2 += sX2;
      total.cells += cells;
    });
  }
  const fit: (ItemFit | null)[] = items.map(() => null);
  data.columns.forEach(({ item }, c) => {
    const { sX2, cells, parameters } = found[c] ?? { sX2: 0, cells: 0, parameters: 0 };
    const df = Math.max(0, cells - parameters);
    fit[item] = { sX2, df, p: df === 0 ? null : chiSquareTail(sX2, df) };
  });
  return fit;
}

/** A set of items that persons were given together. */
interface Form {
  readonly columns: readonly number[];
  /** [place in columns][category][point]. */
  readonly probabilities: readonly (readonly Float64Array[])[];
  readonly weights: Float64Array;
  readonly highest: number;
  /** [place][score][category]: persons. */
  readonly observed: readonly number[][][];
}

function formsOf(state: CalibrationState): Form[] {
  const { data, quadrature } = state;
  const points = quadrature.theta.length;
  const tables = logTables(data, state.parameters, quadrature);
  const probabilities = tables.map((table, c) =>
    Array.from({ length: data.columns[c]?.categories ?? 0 }, (_, k) =>
      table.subarray(k * points, (k + 1) * points).map((log) => Math.exp(log)),
    ),
  );
  const weights = Float64Array.from(quadrature.logWeight, (log) => Math.exp(log));
  const forms = new Map<string, Form>();
  for (let row = 0; row < data.count; row++) {
    const responses = data.columns.map(({ item }) => at(data.rows, row * data.width + item));
    const columns = [...responses.keys()].filter((c) => at(responses, c) >= 0);
    const key = columns.join();
    let form = forms.get(key);
    if (form === undefined) {
      let highest = 0;
      for (const c of columns) highest += (data.columns[c]?.categories ?? 1) - 1;
      form = {
        columns,
        probabilities: columns.map((c) => probabilities[c] ?? []),
        weights,
        highest,
        observed: columns.map((c) =>
          Array.from({ length: highest + 1 }, () =>
            Array.from({ length: data.columns[c]?.categories ?? 0 }, () => 0),
          ),
        ),
      };
      forms.set(key, form);
    }
    let score = 0;
    for (const c of columns) score += at(responses, c);
    columns.forEach((c, place) => {
      const cell = form.observed[place]?.[score] ?? [];
      const response = at(responses, c);
      cell[response] = at(cell, response) + at(data.weights, row);
    });
  }
  return [...forms.values()];
}

function cellsOf(form: Form, place: number): { sX2: number; cells: number } {
  const own = form.probabilities[place] ?? [];
  const others = sumsOf(form.probabilities.filter((_one, other) => other !== place));
  const all = sumsOf(form.probabilities);
  const integral = (values: Float64Array | undefined, by?: Float64Array): number => {
    let total = 0;
    values?.forEach((value, q) => (total += at(form.weights, q) * value * (by ? at(by, q) : 1)));
    return total;
  };
  const groups: Cells[] = [];
  // Lowest and highest score are what they are by the score alone.
  for (let score = 1; score < form.highest; score++) {
    const observed = form.observed[place]?.[score] ?? [];
    let persons = 0;
    for (const count of observed) persons += count;
    const possible = integral(all[score]);
    const expected = own.map((p, k) =>
      score < k || possible === 0 ? 0 : (persons * integral(others[score - k], p)) / possible,
    );
    groups.push({ observed, expected });
  }
  const joined = own.length === 2 ? joinScores(groups) : groups.map(joinCategories);
  let sX2 = 0;
  let cells = 0;
  for (const { observed, expected } of joined) {
    expected.forEach((value, k) => (sX2 += (at(observed, k) - value) ** 2 / value));
    cells += expected.length - 1;
  }
  return { sX2, cells };
}

/** [score]: its probability at each point (Lord and Wingersky 1984). */
function sumsOf(items: readonly (readonly Float64Array[])[]): Float64Array[] {
  let sums: Float64Array[] = [];
  for (const categories of items) {
    if (sums.length === 0) {
      sums = categories.map((p) => Float64Array.from(p));
      continue;
    }
    const next = Array.from(
      { length: sums.length + categories.length - 1 },
      () => new Float64Array(categories[0]?.length ?? 0),
    );
    sums.forEach((one, score) => {
      categories.forEach((p, k) => {
        const into = next[score + k];
        if (into) for (let q = 0; q < p.length; q++) into[q]! += at(one, q) * at(p, q);
      });
    });
    sums = next;
  }
  return sums;
}
