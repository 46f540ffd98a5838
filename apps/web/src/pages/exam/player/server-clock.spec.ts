import { describe, expect, it } from '@jest/globals';
import { ServerClock } from './server-clock.ts';

const noon = Date.parse('2026-11-24T12:00:00Z');

/** A computer whose wall clock is two hours slow. */
function computer() {
  const at = { monotonic: 500, wall: noon - 7_200_000 };
  const clock = new ServerClock(
    noon,
    () => at.monotonic,
    () => at.wall,
  );
  const pass = (milliseconds: number) => {
    at.monotonic += milliseconds;
    at.wall += milliseconds;
  };
  return { at, clock, pass };
}

describe('the server’s time on this computer', () => {
  it('goes on by the computer’s own beat, whatever its clock says', () => {
    const { at, clock, pass } = computer();
    pass(60_000);
    expect([clock.now(), clock.isDoubtful()]).toEqual([noon + 60_000, false]);
    at.wall += 3_600_000;
    expect(clock.now()).toBe(noon + 60_000);
  });

  it('is in doubt after a sleep and after the clock was set, until the server is heard again', () => {
    const { at, clock, pass } = computer();
    at.wall += 1_800_000;
    expect(clock.isDoubtful()).toBe(true);
    clock.learn('2026-11-24T12:30:00Z');
    expect([clock.now(), clock.isDoubtful()]).toEqual([noon + 1_800_000, false]);
    pass(1_000);
    at.wall -= 3_600_000;
    expect([clock.now(), clock.isDoubtful()]).toEqual([noon + 1_801_000, true]);
  });
});
