/** Draws in integers only, so that a stored seed gives the same on every machine. */
export interface Random {
  /** A whole number from 0 to below `bound`. */
  readonly below: (bound: number) => number;
  /** From 0 to below 1, in steps of 2^-32. */
  readonly fraction: () => number;
}

/** sfc32 (PractRand), its state filled from the seed by FNV-1a hashes of its UTF-16 units. */
export function seededRandom(seed: string): Random {
  let a = fnv1a(seed, 0x811c9dc5);
  let b = fnv1a(seed, 0x9e3779b9);
  let c = fnv1a(seed, 0x243f6a88);
  let counter = 1;
  const next = (): number => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    c |= 0;
    return result >>> 0;
  };
  for (let i = 0; i < 12; i += 1) next();
  return {
    below: (bound) => {
      if (bound <= 1) return 0;
      if (bound > 0x1_0000_0000)
        return Math.floor(((next() >>> 5) * 0x400_0000 + (next() >>> 6)) * (bound / 2 ** 53));
      // What does not divide evenly is drawn again, so that no number is likelier.
      const limit = 0x1_0000_0000 - (0x1_0000_0000 % bound);
      let drawn = next();
      while (drawn >= limit) drawn = next();
      return drawn % bound;
    },
    fraction: () => next() / 0x1_0000_0000,
  };
}

function fnv1a(text: string, start: number): number {
  let hash = start | 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash;
}

/** Fisher and Yates: every order is equally likely. */
export function shuffled<T>(values: readonly T[], random: Random): T[] {
  const result = [...values];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    const [x, y] = [result[i] as T, result[j] as T];
    result[i] = y;
    result[j] = x;
  }
  return result;
}
