export type Root =
  | { readonly outcome: 'found'; readonly x: number }
  | { readonly outcome: 'iteration-limit'; readonly x: number };

const ITERATIONS = 100;

/**
 * The zero of f between two points where it has different signs (Chandrupatla 1997: inverse quadratic
 * interpolation where that is safe, halving where not; it never leaves the bracket).
 */
export function root(f: (x: number) => number, from: number, to: number, tolerance = 1e-13): Root {
  let a = to;
  let b = from;
  let fa = f(a);
  let fb = f(b);
  let step = 0.5;
  if (fa === 0) return { outcome: 'found', x: a };
  if (fb === 0) return { outcome: 'found', x: b };
  for (let i = 0; i < ITERATIONS; i++) {
    const x = a + step * (b - a);
    const fx = f(x);
    let c = a;
    let fc = fa;
    if (Math.sign(fx) !== Math.sign(fa)) {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const least = tolerance * Math.max(1, Math.abs(best)) + 4 * Number.EPSILON * Math.abs(best);
    const share = least / Math.abs(b - a);
    if (fa === 0 || share > 0.5 || b === a) return { outcome: 'found', x: best };
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    step =
      phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
        ? (fa / (fb - fa)) * (fc / (fb - fc)) +
          ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
        : 0.5;
    step = Math.min(1 - share, Math.max(share, Number.isFinite(step) ? step : 0.5));
  }
  return { outcome: 'iteration-limit', x: a };
}
