import { describe, expect, it } from '@jest/globals';
import type { Attainment } from '../attainment/attainment.ts';
import { published } from '../framework/framework.fixture.ts';
import { profileOf } from './profile.ts';

const attainment = (more: Partial<Attainment> = {}): Attainment => ({
  attainmentId: 'x',
  practitionerId: 'p1',
  frameworkId: 'f1',
  frameworkVersion: 1,
  competencyId: 'c1',
  competencyCode: 'C1',
  level: 1,
  evidence: 'exam',
  source: { kind: 'manual', id: 'x' },
  from: '2026-01-01',
  to: '2028-12-31',
  recordedAt: '2026-01-01T00:00:00.000Z',
  withdrawn: null,
  ...more,
});

describe('a profile', () => {
  it('asks of somebody with two roles for the higher of both', () => {
    const [item] = profileOf(published(), ['r1', 'r2'], [attainment()], '2026-11-24');
    expect(item).toMatchObject({ required: 2, held: 1, gap: 1 });
  });

  it('shows what was attained without being required, and what no longer counts', () => {
    const past = attainment({ attainmentId: 'y', from: '2020-01-01', to: '2022-12-31' });
    const [item] = profileOf(published(), [], [attainment(), past], '2026-11-24');
    expect(item).toMatchObject({ required: 0, held: 1, gap: 0 });
    expect(item?.attainments.map(({ state }) => state)).toEqual(['valid', 'expired']);
  });

  it('takes nothing from another framework', () => {
    const other = attainment({ frameworkId: 'f2' });
    expect(profileOf(published(), [], [other], '2026-11-24')).toEqual([]);
  });
});
