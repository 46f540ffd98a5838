import { checkCount } from './check.ts';

/** Uniform in [0, 1). */
export type Random = () => number;

/**
 * The same numbers on every machine: mulberry32 (Ettinger 2017), 32 bits of state. Not for secrets. Throws
 * 'not-finite' or 'out-of-range' for a seed that is no whole number of 0..4294967295.
 */
export function seededRandom(seed: number): Random {
  let state = checkCount(seed, 'seed', 0, 2 ** 32 - 1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One number of N(0, 1) from two of `random` (Box and Muller 1958). Throws nothing. */
export function normalRandom(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** The index drawn from probabilities that sum to 1. */
export function drawFrom(probabilities: readonly number[], random: Random): number {
  let rest = random();
  for (let k = 0; k < probabilities.length - 1; k++) {
    rest -= probabilities[k] ?? 0;
    if (rest < 0) return k;
  }
  return probabilities.length - 1;
}
