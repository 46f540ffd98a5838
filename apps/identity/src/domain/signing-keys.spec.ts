import { describe, expect, it } from '@jest/globals';
import { keyStates, publishedKeys, ROTATION } from './signing-keys.ts';

const seconds = (n: number): Date => new Date(Date.UTC(2026, 10, 24) + n * 1000);
const key = (id: string, madeAt: number) => ({ id, createdAt: seconds(madeAt) });
const { publishedBeforeSeconds: before, publishedAfterSeconds: after } = ROTATION;

const first = key('first', 0);
const second = key('second', 10_000);
const published = (now: number, keys = [second, first]) =>
  publishedKeys(keys, seconds(now)).map(({ id }) => id);

describe('the signing keys', () => {
  it('sign with the only one at once', () => {
    expect(published(0, [first])).toEqual(['first']);
  });

  it('publish a new one first, and sign with it when everybody can have it', () => {
    expect(published(10_000)).toEqual(['first', 'second']);
    expect(published(10_000 + before - 1)).toEqual(['first', 'second']);
    expect(published(10_000 + before)).toEqual(['second', 'first']);
  });

  it('publish the old one until all that it signed has ended, and no longer', () => {
    const replaced = 10_000 + before;
    expect(published(replaced + after)).toEqual(['second', 'first']);
    expect(published(replaced + after + 1)).toEqual(['second']);
    expect(keyStates([first, second], seconds(replaced + after + 1))).toEqual([
      { key: first, state: 'ended' },
      { key: second, state: 'signs' },
    ]);
  });

  it('sign with the one that is left when the old one is gone', () => {
    expect(published(10_001, [second])).toEqual(['second']);
  });

  it('outlive every token that identity signs', () => {
    expect(after).toBeGreaterThanOrEqual(600);
  });
});
