import { describe, expect, it } from '@jest/globals';
import { judgePassword, oneTimePassword } from './password.ts';
import { secondsToWait } from './sign-in-throttle.ts';

const rule = { free: 3, windowSeconds: 3600, firstWaitSeconds: 30, longestWaitSeconds: 900 };
const at = (seconds: number): Date => new Date(seconds * 1000);
const failures = (count: number): Date[] => Array.from({ length: count }, (_, i) => at(i));

describe('failures at one name', () => {
  it('cost nothing at first, then a wait that doubles, up to the longest', () => {
    const waits = [0, 2, 3, 4, 5, 8, 40].map((count) =>
      secondsToWait(failures(count), at(Math.max(0, count - 1)), rule),
    );
    expect(waits).toEqual([0, 0, 30, 60, 120, 900, 900]);
  });

  it('are waited out from the last one, whatever order they are read in', () => {
    const three = [at(100), at(0), at(50)];
    expect(secondsToWait(three, at(110), rule)).toBe(20);
    expect(secondsToWait(three, at(129.5), rule)).toBe(1);
    expect(secondsToWait(three, at(130), rule)).toBe(0);
  });
});

describe('a password', () => {
  it('is judged by its length in letters, and by what is plainly weak', () => {
    const reasonOf = (password: string): string => {
      const judged = judgePassword(password, 'nilufar');
      return judged.outcome === 'refused' ? judged.reason : 'accepted';
    };
    expect(reasonOf('ӣқӯҳҷғӣқӯҳҷ')).toBe('too-short');
    expect(reasonOf('ӣқӯҳҷғӣқӯҳҷғ')).toBe('accepted');
    expect(reasonOf('x1y2z3'.repeat(43))).toBe('too-long');
    expect(reasonOf('my Nilufar sentence')).toBe('contains-user-name');
    expect(reasonOf('abababababababab')).toBe('too-simple');
  });

  it('for one use is twenty letters that nobody mistakes for another', () => {
    const all = Uint8Array.from({ length: 32 }, (_, i) => i);
    const letters = oneTimePassword(all).replaceAll('-', '');
    expect(new Set(letters).size).toBe(32);
    expect(letters).not.toMatch(/[ILOU]/);
    expect(oneTimePassword(new Uint8Array(20))).toBe('00000-00000-00000-00000');
  });
});
