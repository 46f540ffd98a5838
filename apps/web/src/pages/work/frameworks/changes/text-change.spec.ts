import { describe, expect, it } from '@jest/globals';
import { apart } from './text-change.ts';

describe('two texts beside each other', () => {
  it.each([
    ['a b c', 'a x c', { head: 'a ', was: 'b ', is: 'x ', tail: 'c' }],
    ['a b', 'a b c d', { head: 'a ', was: 'b', is: 'b c d', tail: '' }],
    ['', 'new', { head: '', was: '', is: 'new', tail: '' }],
    ['gone', '', { head: '', was: 'gone', is: '', tail: '' }],
    ['a a', 'a a a', { head: 'a ', was: '', is: 'a ', tail: 'a' }],
  ])('"%s" and "%s" differ only in what stands between', (was, is, parts) => {
    const found = apart(was, is);
    expect(found).toEqual(parts);
    expect(found.head + found.was + found.tail).toBe(was);
    expect(found.head + found.is + found.tail).toBe(is);
  });
});
