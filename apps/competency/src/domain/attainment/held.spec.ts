import { describe, expect, it } from '@jest/globals';
import { published } from '../framework/framework.fixture.ts';
import type { EvidenceKind } from '../framework/framework.ts';
import { gapOf, heldIn } from './held.ts';
import type { Evidence } from './held.ts';

const of = (level: number, evidence: EvidenceKind, more: Partial<Evidence> = {}): Evidence => ({
  competencyId: 'c1',
  frameworkVersion: 1,
  level,
  evidence,
  from: '2026-01-01',
  to: '2027-12-31',
  withdrawn: null,
  ...more,
});
const held = (attainments: Evidence[], date = '2026-11-24', framework = published()) =>
  heldIn(framework, date)('c1', attainments);

describe('what is held', () => {
  it('is the highest level with evidence of a kind that the level permits', () => {
    expect(held([]).level).toBe(0);
    expect(held([of(1, 'course')]).level).toBe(1);
    expect(held([of(1, 'panel')]).level).toBe(0);
  });

  it('counts through the last day and from the first, and not beyond', () => {
    const one = [of(1, 'exam', { from: '2026-01-31', to: '2026-02-28' })];
    const days = ['2026-01-30', '2026-01-31', '2026-02-28', '2026-03-01'];
    expect(days.map((date) => held(one, date).level)).toEqual([0, 1, 1, 0]);
  });

  it('leaves out what was withdrawn', () => {
    const withdrawn = { at: '2026-02-01T00:00:00Z', reason: 'void', authority: 'a' };
    expect(held([of(1, 'exam', { withdrawn })]).level).toBe(0);
  });

  it('needs every kind where the level says all, and is meanwhile what lies below', () => {
    expect(held([of(2, 'exam')]).level).toBe(1);
    expect(held([of(2, 'practical')]).level).toBe(0);
    expect(held([of(2, 'exam'), of(2, 'practical')]).level).toBe(2);
    expect(held([of(1, 'exam'), of(2, 'practical')]).level).toBe(1);
  });

  it('ends with the first of the kinds that are all needed, with the last of those that are not', () => {
    const both = [of(2, 'exam', { to: '2027-03-31' }), of(2, 'practical', { to: '2027-06-30' })];
    expect(held(both)).toEqual({ level: 2, until: '2027-03-31' });
    const either = [of(1, 'exam', { to: '2027-03-31' }), of(1, 'course', { to: null })];
    expect(held(either)).toEqual({ level: 1, until: null });
  });

  it('counts in a later version only where the level is equivalent', () => {
    const second = published({
      version: 2,
      equivalentTo: [{ competencyId: 'c1', level: 1, version: 1 }],
    });
    const attained = [of(2, 'exam'), of(2, 'practical')];
    expect(held(attained, '2026-11-24', second).level).toBe(1);
    expect(held(attained, '2026-11-24', published({ version: 2 })).level).toBe(0);
  });
});

describe('a gap', () => {
  it('is what is missing, and never less than nothing', () => {
    expect([gapOf(3, 1), gapOf(2, 2), gapOf(1, 4)]).toEqual([2, 0, 0]);
  });
});
