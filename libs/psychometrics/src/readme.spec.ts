import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { example } from '../example.ts';
import * as library from './index.ts';
import type { Item } from './irt/item.ts';
import { simulated } from './testing/simulated.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

describe('the README', () => {
  it('shows the example that is compiled here', () => {
    const compiled = readFileSync(new URL('../example.ts', import.meta.url), 'utf8');
    expect(readme).toContain(compiled.trimEnd());
  });

  it('names every function that the library exports', () => {
    for (const [name, value] of Object.entries(library)) {
      if (typeof value === 'function') expect(readme).toContain(`\`${name}\``);
    }
  });

  it('shows an example that runs', () => {
    const items = Array.from({ length: 10 }, (_, i): Item => ({
      model: '2pl',
      a: 1.3,
      b: (i - 5) / 3,
    }));
    const marks = simulated(items, 400, 8).map((row) => row.map((mark) => mark ?? 'omitted'));
    const [classical, calibrated, decided] = example(marks);
    expect(classical).toMatch(/^alpha 0\.\d\d, SEM 1\.\d\d marks, 0 weak items$/);
    expect(calibrated).toMatch(/^converged, standard errors computed, [01] items that do not fit$/);
    expect(decided).toMatch(/^(8|9)\d % of the decisions are right$/);
  });
});
