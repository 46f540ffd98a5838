import type { RoundingMode } from '../model/expression.ts';

/** Half goes up: 6.5 to 7, -6.5 to -6 (ASI, "round": n - 0.5 <= x < n + 0.5). */
export function roundHalfUp(x: number): number {
  const below = Math.floor(x);
  return x - below >= 0.5 ? below + 1 : below;
}

/**
 * To decimal places or significant figures, a half rounded up as in `roundHalfUp`; undefined where the
 * number of figures makes no sense. Works on the shortest decimal form, so that 1.005 to 2 places is 1.01.
 */
export function roundTo(x: number, mode: RoundingMode, figures: number): number | undefined {
  if (
    !Number.isInteger(figures) ||
    figures < (mode === 'significantFigures' ? 1 : 0) ||
    figures > 100
  )
    return undefined;
  if (!Number.isFinite(x) || x === 0) return x;
  const places = mode === 'decimalPlaces' ? figures : figures - 1 - exponentOf(x);
  const rounded = shift(roundHalfUp(shift(x, places)), -places);
  return Number.isFinite(rounded) ? rounded + 0 : x;
}

const exponentOf = (x: number): number => Number(x.toExponential().split('e')[1]);

/** x * 10^by through the decimal form, without the error of a multiplication. */
function shift(x: number, by: number): number {
  const [digits = '0', exponent = '0'] = x.toExponential().split('e');
  return Number(`${digits}e${Number(exponent) + by}`);
}
