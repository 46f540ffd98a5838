import { at } from '../numbers/check.ts';
import { invert } from '../numbers/cholesky.ts';
import { logistic } from '../numbers/log-space.ts';
import type { Calibration, CalibrationState } from './calibrate.ts';
import { observedInformation, placesOf } from './observed-information.ts';

/** Standard errors of one item, in the units of its parameters; c is null where the model has none. */
export interface ItemErrors {
  readonly a: number;
  readonly b: readonly number[];
  readonly c: number | null;
  /** Of [a, b..., c]. */
  readonly covariance: readonly (readonly number[])[];
}

/** 'not-positive-definite' is the one way in which it does not come about. */
export type StandardErrors =
  /** By item of the calibration; null where the item was not estimated. */
  | { readonly outcome: 'computed'; readonly items: readonly (ItemErrors | null)[] }
  /** The likelihood doesn't fall off in every direction there: calibrate longer, or simplify. */
  | { readonly outcome: 'not-positive-definite'; readonly items: null };

/**
 * Standard errors from the inverse of the observed information (Louis 1982), by the delta method to
 * a, b and c. Those of 1pl items carry their share in the common slope. Of what calibrate gave; throws
 * nothing.
 */
export function standardErrors({ state, items }: Calibration): StandardErrors {
  // Where no item was estimated there is nothing to be unsure of.
  if (state.data.columns.length === 0) return { outcome: 'computed', items: items.map(() => null) };
  const places = placesOf(state);
  const covariance = invert(observedInformation(state, places));
  if (covariance === null) return { outcome: 'not-positive-definite', items: null };
  const errors: (ItemErrors | null)[] = items.map(() => null);
  state.data.columns.forEach((column, c) => {
    const own = places[c] ?? [];
    const jacobian = jacobianOf(state, c);
    const block = jacobian.map((left) =>
      jacobian.map((right) => {
        let total = 0;
        own.forEach((row, i) => {
          own.forEach((other, j) => {
            total += at(left, i) * at(covariance[row] ?? [], other) * at(right, j);
          });
        });
        return total;
      }),
    );
    const se = block.map((row, i) => Math.sqrt(Math.max(0, at(row, i))));
    const guess = column.model === '3pl';
    errors[column.item] = {
      a: at(se, 0),
      b: se.slice(1, guess ? 2 : undefined),
      c: guess ? at(se, 2) : null,
      covariance: block,
    };
  });
  return { outcome: 'computed', items: errors };
}

/** Of [a, b..., c] by [s, d..., g]: a = s / D, b = -d / s, c = logistic(g). */
function jacobianOf({ data, parameters, D }: CalibrationState, column: number): number[][] {
  const own = parameters[column] ?? [];
  const s = at(own, 0);
  return own.map((value, i) =>
    own.map((_other, j) => {
      if (i === 0) return j === 0 ? 1 / D : 0;
      if (data.columns[column]?.model === '3pl' && i === 2) {
        return j === 2 ? logistic(value) * logistic(-value) : 0;
      }
      if (j === 0) return value / (s * s);
      return i === j ? -1 / s : 0;
    }),
  );
}
