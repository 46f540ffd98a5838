import { at } from '../numbers/check.ts';
import type { Column } from './data.ts';
import type { Parameters } from './parameters.ts';

const GUESS = 0.15;

/** Slope 1 and intercepts from the observed shares. */
export function startingValues({ model, observed }: Column): Parameters {
  let total = 0;
  for (const count of observed) total += count;
  const share = (count: number): number => (count + 0.5) / (total + 1);
  const logit = (p: number): number => Math.log(p / (1 - p));
  switch (model) {
    case '1pl':
    case '2pl':
      return [1, logit(share(at(observed, 1)))];
    case '3pl': {
      const known = Math.max(0.05, (share(at(observed, 1)) - GUESS) / (1 - GUESS));
      return [1, logit(Math.min(0.95, known)), logit(GUESS)];
    }
    case 'graded': {
      let above = total;
      const intercepts = observed.slice(1).map((_count, k) => {
        above -= at(observed, k);
        // A hair apart where rounding would make two equal.
        return logit(share(above)) - k * 1e-4;
      });
      return [1, ...intercepts];
    }
    case 'gpcm':
      return [
        1,
        ...observed.slice(1).map((count, k) => Math.log((count + 0.5) / (at(observed, k) + 0.5))),
      ];
  }
}
