// XML Schema Part 2, appendix F "Regular Expressions", which QTI's patternMatch and pattern-mask use.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compilePattern } from './compile-pattern.ts';

const matches = (pattern: string, text: string): boolean => {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) throw new Error(`${pattern}: ${compiled.reason}`);
  return compiled.matches(text);
};

describe("XML Schema's regular expressions", () => {
  it.each([
    // Anchored: the whole text has to match.
    ['b', 'b', true],
    ['b', 'abc', false],
    ['', '', true],
    ['', 'a', false],
    ['abc|xyz', 'xyz', true],
    ['abc|', '', true],
    // ^ and $ are characters.
    ['^a$', 'a', false],
    ['^a$', '^a$', true],
    // Quantifiers.
    ['ab?c', 'ac', true],
    ['ab*c', 'abbbc', true],
    ['ab+c', 'ac', false],
    ['a{2}', 'aa', true],
    ['a{2}', 'aaa', false],
    ['a{2,}', 'aaaaa', true],
    ['a{2,3}', 'aaaa', false],
    ['a{0}', '', true],
    ['(ab){2,3}', 'ababab', true],
    ['(a|b)*c', 'abbac', true],
    // Character classes.
    ['[a-c]', 'b', true],
    ['[^a-c]', 'b', false],
    ['[a-c-]', '-', true],
    ['[-a]', '-', true],
    ['[a^]', '^', true],
    ['[\\-a]', '-', true],
    ['[a-z-[aeiou]]+', 'xyz', true],
    ['[a-z-[aeiou]]+', 'xaz', false],
    ['[a-z-[m-z-[p]]]+', 'ap', true],
    ['[a-z-[m-z-[p]]]+', 'an', false],
    ['[а-яӣӯҷҳқғ]+', 'тоҷикӣ', true],
    // Escapes.
    ['\\d+', '2026', true],
    ['\\d', '٣', true],
    ['\\D', '3', false],
    ['\\s', '\t', true],
    ['\\S', ' ', false],
    ['\\w+', 'ҷавоб', true],
    ['\\w', '-', false],
    ['\\W', '-', true],
    ['\\i\\c*', 'a-b.c1', true],
    ['\\i\\c*', '1a', false],
    ['\\I', '1', true],
    ['\\C', '/', true],
    ['\\.', '.', true],
    ['\\.', 'a', false],
    ['\\\\', '\\', true],
    ['a\\|b', 'a|b', true],
    ['\\n', '\n', true],
    // Properties.
    ['\\p{Lu}\\p{Ll}+', 'Душанбе', true],
    ['\\P{L}', '1', true],
    ['\\p{IsCyrillic}+', 'ҳаққ', true],
    ['\\p{IsBasicLatin}', 'я', false],
    ['\\p{IsGreek}', 'λ', true],
    ['[\\p{Nd}\\p{L}]+', 'A1', true],
    // The wildcard is every character but line ends; characters are code points.
    ['.', '\n', false],
    ['.', '\r', false],
    ['.', '😀', true],
    ['.{2}', '😀', false],
  ])('%j and %j: %j', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it.each([
    ['a{3,2}', 'the most is below the least'],
    ['a{', 'a count is missing'],
    ['a{1b', '} is missing'],
    ['(a', 'the expression ends too early'],
    ['a)', ') without its beginning'],
    ['[a', 'the expression ends too early'],
    ['[z-a]', 'runs backwards'],
    ['[]', 'has to be escaped'],
    ['*a', 'has to be escaped'],
    ['a**', 'has to be escaped'],
    ['a]', 'has to be escaped'],
    ['a}', 'has to be escaped'],
    // JavaScript's own, which XML Schema does not have.
    ['a*?', 'has to be escaped'],
    ['(?:a)', 'has to be escaped'],
    ['(?=a)a', 'has to be escaped'],
    ['(a)\\1', 'is no escape'],
    ['\\bword\\b', 'is no escape'],
    ['\\u0041', 'is no escape'],
    ['\\p{Script=Latin}', 'no character property'],
    ['\\p{IsNowhere}', 'no character property'],
    ['\\', 'the expression ends too early'],
  ])('%j is refused: %s', (pattern, reason) => {
    const compiled = compilePattern(pattern);
    expect(compiled.ok ? 'compiled' : compiled.reason).toContain(reason);
  });

  it('agree with JavaScript where both mean the same', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '(a|b)', '(ab)', '.');
    const piece = fc.tuple(atom, fc.constantFrom('', '?', '*', '+', '{2}', '{1,2}', '{0,3}'));
    const pattern = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.flat().join(''));
    const text = fc.stringMatching(/^[abc]{0,8}$/u);
    fc.assert(
      fc.property(pattern, text, (expression, subject) => {
        expect(matches(expression, subject)).toBe(
          new RegExp(`^(?:${expression})$`, 'u').test(subject),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('time', () => {
  const seconds = (pattern: string, text: string): number => {
    const started = performance.now();
    matches(pattern, text);
    return (performance.now() - started) / 1000;
  };

  it.each([
    '(a+)+',
    '(a|a)*',
    '(a|aa)+',
    '(a*)*',
    '((a*)*)*',
    '(a?){50}a{50}b*',
    '(.*)(.*)(.*)(.*)x',
  ])('of %s grows with the text, not with its square', (pattern) => {
    // A hundred times the text: 100 times as long if linear, 10,000 times if quadratic. With JavaScript's
    // own engine 40 characters of (a+)+ are minutes.
    const short = `${'a'.repeat(2_000)}b`;
    const long = `${'a'.repeat(200_000)}b`;
    seconds(pattern, short);
    const shortest = Math.min(...Array.from({ length: 5 }, () => seconds(pattern, short)));
    expect(seconds(pattern, long)).toBeLessThan(Math.max(shortest, 0.0002) * 2_000);
  });

  it('of a pattern that would be written out too large is spent on refusing it', () => {
    const started = performance.now();
    for (const pattern of [
      '(((a{99}){99}){99}){99}',
      '((){9999}){9999}',
      'a{999999999}',
      '('.repeat(9999),
    ]) {
      expect(compilePattern(pattern).ok).toBe(false);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
