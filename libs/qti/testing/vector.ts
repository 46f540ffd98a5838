import { readFileSync } from 'node:fs';

/** A data file of libs/qti/vectors. */
export const vector = (name: string): string =>
  readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8');
