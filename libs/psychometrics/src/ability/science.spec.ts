import { describe, expect, it } from '@jest/globals';
import type { Item } from '../irt/item.ts';
import { vector } from '../testing/vector.ts';
import { estimateAbility } from './estimate.ts';

interface Science {
  parameters: number[][];
  eap: { pattern: number[]; theta: number; se: number };
  firstPatternsEap: number[];
  firstPatternsWle: number[];
}

const science = vector<Science>('science');
const items = science.parameters.map(([a = 1, ...intercepts]): Item => ({
  model: 'graded',
  a,
  b: intercepts.map((d) => -d / a),
}));
const patterns = Array.from({ length: 256 }, (_, p) =>
  [64, 16, 4, 1].map((unit) => (p / unit) & 3),
);

describe('abilities by the graded response model', () => {
  it('are those that mirt expects a posteriori', () => {
    const { pattern, theta, se } = science.eap;
    const found = estimateAbility(items, pattern, { method: 'eap' });
    expect(found.theta).toBeCloseTo(theta, 3);
    expect(found.se).toBeCloseTo(se, 3);
  });

  it('are those that mirt finds by weighted likelihood', () => {
    // The source names a pattern only by its expected ability, which is its own to 0.0005.
    const eaps = patterns.map((row) => estimateAbility(items, row, { method: 'eap' }).theta ?? 0);
    science.firstPatternsEap.forEach((expected, k) => {
      const [pattern, ...others] = patterns.filter(
        (_row, i) => Math.abs((eaps[i] ?? 0) - expected) < 0.0005,
      );
      expect(pattern).toBeDefined();
      expect(others).toEqual([]);
      const found = estimateAbility(items, pattern ?? [], { method: 'wle' });
      expect(found.theta).toBeCloseTo(science.firstPatternsWle[k] ?? 0, 2);
    });
  });
});
