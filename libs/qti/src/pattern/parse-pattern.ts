// XML Schema Part 2, appendix F: regular expressions. Anchored, no lazy quantifiers, no back
// references, no look-around; ^ and $ are ordinary characters.
import {
  anyOf,
  escapes,
  not,
  propertySet,
  range,
  wildcard,
  type CharacterSet,
} from './characters.ts';

export type Pattern =
  | { readonly is: 'set'; readonly set: CharacterSet }
  | { readonly is: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly is: 'choice'; readonly branches: readonly Pattern[] }
  | { readonly is: 'repeat'; readonly part: Pattern; readonly min: number; readonly max: number };

export class PatternRefused extends Error {}

const SINGLE_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const ESCAPABLE = '\\|.?*+(){}-[]^';
const MAX_NESTING = 50;

export function parsePattern(source: string): Pattern {
  const chars = [...source];
  let at = 0;
  let depth = 0;

  const refuse = (why: string): never => {
    throw new PatternRefused(`${why} at character ${at + 1}`);
  };
  const peek = (): string | undefined => chars[at];
  const take = (): string => chars[at++] ?? refuse('the expression ends too early');
  const expect = (char: string): void => {
    if (take() !== char) {
      at -= 1;
      refuse(`${char} is missing`);
    }
  };

  function expression(): Pattern {
    depth += 1;
    if (depth > MAX_NESTING) refuse('nested too deep');
    const branches = [branch()];
    while (peek() === '|') {
      at += 1;
      branches.push(branch());
    }
    depth -= 1;
    const [only] = branches;
    return branches.length === 1 && only ? only : { is: 'choice', branches };
  }

  function branch(): Pattern {
    const parts: Pattern[] = [];
    for (let next = peek(); next !== undefined && next !== '|' && next !== ')'; next = peek())
      parts.push(piece());
    return { is: 'sequence', parts };
  }

  function piece(): Pattern {
    const part = atom();
    const quantifier = peek();
    if (quantifier === '?' || quantifier === '*' || quantifier === '+') {
      at += 1;
      return {
        is: 'repeat',
        part,
        min: quantifier === '+' ? 1 : 0,
        max: quantifier === '?' ? 1 : Infinity,
      };
    }
    if (quantifier !== '{') return part;
    at += 1;
    const min = count();
    let max = min;
    if (peek() === ',') {
      at += 1;
      max = peek() === '}' ? Infinity : count();
    }
    expect('}');
    if (max < min) refuse('the most is below the least');
    return { is: 'repeat', part, min, max };
  }

  function count(): number {
    let digits = '';
    while (/^[0-9]$/u.test(peek() ?? '')) digits += take();
    if (digits === '') refuse('a count is missing');
    return Number(digits);
  }

  function atom(): Pattern {
    const char = take();
    if (char === '(') {
      const inner = expression();
      expect(')');
      return inner;
    }
    if (char === '[') return { is: 'set', set: group() };
    if (char === '.') return { is: 'set', set: wildcard };
    if (char === '\\') return { is: 'set', set: escape() };
    if ('?*+{}])'.includes(char)) {
      at -= 1;
      refuse(`${char} has to be escaped here`);
    }
    return { is: 'set', set: exactly(char) };
  }

  function escape(): CharacterSet {
    const char = take();
    const known = escapes[char];
    if (known) return known;
    if (char !== 'p' && char !== 'P') return exactly(escaped(char));
    expect('{');
    let name = '';
    while (peek() !== '}') name += take();
    at += 1;
    const set = propertySet(name) ?? refuse(`there is no character property ${name}`);
    return char === 'P' ? not(set) : set;
  }

  function escaped(char: string): string {
    const special = SINGLE_ESCAPES[char];
    if (special !== undefined) return special;
    return ESCAPABLE.includes(char) ? char : refuse(`\\${char} is no escape of XML Schema`);
  }

  /** After "[": a class with ranges, escapes, and "-[...]" for what it does not contain. */
  function group(): CharacterSet {
    depth += 1;
    if (depth > MAX_NESTING) refuse('nested too deep');
    const negative = peek() === '^';
    if (negative) at += 1;
    const sets: CharacterSet[] = [];
    let without: CharacterSet | undefined;
    for (;;) {
      const char = take();
      if (char === ']' && sets.length > 0) break;
      if (char === '-' && peek() === '[') {
        if (sets.length === 0) refuse('nothing to take away from');
        at += 1;
        without = group();
        expect(']');
        break;
      }
      sets.push(member(char, sets.length === 0));
    }
    depth -= 1;
    const all = negative ? not(anyOf(sets)) : anyOf(sets);
    const taken = without;
    return taken ? (codePoint) => all(codePoint) && !taken(codePoint) : all;
  }

  function member(char: string, first: boolean): CharacterSet {
    let from = char;
    if (char === '\\') {
      const next = take();
      if (next in escapes || next === 'p' || next === 'P') {
        at -= 1;
        return escape();
      }
      from = escaped(next);
    } else if (char === '[' || char === ']') refuse(`${char} has to be escaped in a class`);
    else if (char === '-' && !first && peek() !== ']')
      refuse('- has to be first, last or escaped in a class');
    if (peek() !== '-' || chars[at + 1] === ']' || chars[at + 1] === '[') return exactly(from);
    at += 1;
    const next = take();
    const to = next === '\\' ? escaped(take()) : next;
    const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
    return low > high ? refuse(`the range ${from}-${to} runs backwards`) : range(low, high);
  }

  const pattern = expression();
  return at < chars.length ? refuse(`${peek()} without its beginning`) : pattern;
}

const exactly = (char: string): CharacterSet => {
  const wanted = char.codePointAt(0);
  return (codePoint) => codePoint === wanted;
};
