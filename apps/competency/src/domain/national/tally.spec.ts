import { describe, expect, it } from '@jest/globals';
import { published } from '../framework/framework.fixture.ts';
import { tally } from './tally.ts';
import type { Crowd, Holders } from './tally.ts';

const crowd = (roleIds: string[], headcount: number, held: Holders[] = []): Crowd => ({
  agencyId: 'a',
  roleIds,
  headcount,
  held: () => held,
});
const sumOf = (crowds: readonly Crowd[], roleId: string | null) =>
  tally(published(), crowds).tallies.find((sum) => sum.roleId === roleId);

// In the small framework r1 asks for level 1 and r2 for level 2.
describe('a tally', () => {
  it('sums what is required, held and lacking, whoever holds none among them', () => {
    const learners = crowd(['r1'], 10, [
      { level: 1, people: 3 },
      { level: 2, people: 2 },
    ]);
    expect(sumOf([learners], 'r1')).toEqual({
      roleId: 'r1',
      agencyId: 'a',
      competencyId: 'c1',
      headcount: 10,
      sumRequired: 10,
      sumHeld: 7,
      meeting: 5,
      sumGap: 5,
    });
  });

  it('lets nobody make up for another by what he holds beyond the requirement', () => {
    const ahead = crowd(['r1'], 2, [{ level: 2, people: 1 }]);
    expect(sumOf([ahead], 'r1')).toMatchObject({ sumRequired: 2, sumHeld: 2, sumGap: 1 });
  });

  it('counts somebody with two roles in each, and once in the agency under the higher', () => {
    const both = crowd(['r1', 'r2', 'gone'], 4, [{ level: 1, people: 4 }]);
    const of = [both, crowd(['r2'], 1)];
    expect(sumOf(of, 'r1')).toMatchObject({ headcount: 4, meeting: 4, sumGap: 0 });
    expect(sumOf(of, 'r2')).toMatchObject({ headcount: 5, meeting: 0, sumGap: 6 });
    expect(sumOf(of, null)).toMatchObject({ headcount: 5, sumRequired: 10, sumGap: 6 });
    expect(tally(published(), of).headcounts).toContainEqual({
      roleId: null,
      agencyId: 'a',
      headcount: 5,
    });
  });

  it('leaves out whoever has no role of the framework', () => {
    expect(tally(published(), [crowd(['gone'], 3)])).toEqual({ tallies: [], headcounts: [] });
  });
});
