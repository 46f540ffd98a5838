import { describe, expect, it } from '@jest/globals';
import { apart } from './text-change.ts';

describe('two texts beside each other', () => {
  const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' ');

  it.each([
    ['a b c', 'a x c', { head: 'a', was: 'b', is: 'x', tail: 'c' }],
    ['a b', 'a b c d', { head: 'a b', was: '', is: 'c d', tail: '' }],
    ['', 'new', { head: '', was: '', is: 'new', tail: '' }],
    ['gone', '', { head: '', was: 'gone', is: '', tail: '' }],
    ['a a', 'a a a', { head: 'a a', was: '', is: 'a', tail: '' }],
    ['a b a', 'a a', { head: 'a', was: 'b', is: '', tail: 'a' }],
  ])('"%s" and "%s" differ only in what stands between', (was, is, parts) => {
    const found = apart(was, is);
    expect(found).toEqual(parts);
    expect(joined(found.head, found.was, found.tail)).toBe(was);
    expect(joined(found.head, found.is, found.tail)).toBe(is);
  });
});
