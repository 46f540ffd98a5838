// Reads a data file of vectors/ for the specs.
import { readFileSync } from 'node:fs';

export function vector<T>(name: string): T {
  const path = new URL(`../../vectors/${name}.json`, import.meta.url);
  const read: T = JSON.parse(readFileSync(path, 'utf8'));
  return read;
}
