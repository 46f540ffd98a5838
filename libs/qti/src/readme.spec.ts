import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { example } from '../example.ts';
import * as library from './index.ts';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

describe('the README', () => {
  it('shows the example that is compiled, and it runs', () => {
    expect(read('README.md')).toContain(read('example.ts').trimEnd());
    expect(example('seed')).toEqual([
      'languages tg, ru',
      'choices A, B',
      'refused unknown-identifier',
      '1 of 1',
      'may be taken offline',
      'written and read',
    ]);
  });

  it('names every function that the library exports', () => {
    const functions = Object.entries(library).flatMap(([name, value]) =>
      typeof value === 'function' ? [name] : [],
    );
    for (const name of functions) expect(read('README.md')).toContain(`\`${name}`);
  });
});
