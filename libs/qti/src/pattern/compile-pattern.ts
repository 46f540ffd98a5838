// Thompson's construction, simulated over sets of states: the time is linear in the text, whatever
// the pattern. Threat: a pattern, or a text, made to run for ever (as JavaScript's own can).
import type { CharacterSet } from './characters.ts';
import { parsePattern, PatternRefused, type Pattern } from './parse-pattern.ts';

const MAX_STATES = 2000;
// Counts of counts of nothing make no states, but work.
const MAX_WORK = 20_000;

type State =
  | { readonly is: 'set'; readonly set: CharacterSet }
  | { readonly is: 'fork'; to: readonly number[] }
  | { readonly is: 'end' };

export type Compiled =
  | { readonly ok: true; readonly matches: (text: string) => boolean }
  | { readonly ok: false; readonly reason: string };

const compiled = new Map<string, Compiled>();

/** Compiles an XML Schema regular expression that has to match the whole of a text. */
export function compilePattern(source: string): Compiled {
  const known = compiled.get(source);
  if (known) return known;
  const made = compile(source);
  // Patterns come with items: the cache must not grow without bound.
  if (compiled.size >= 500) compiled.clear();
  compiled.set(source, made);
  return made;
}

function compile(source: string): Compiled {
  try {
    const states: State[] = [];
    work = 0;
    emit(parsePattern(source), states);
    states.push({ is: 'end' });
    return { ok: true, matches: (text) => simulate(states, text) };
  } catch (error) {
    if (error instanceof PatternRefused) return { ok: false, reason: error.message };
    throw error;
  }
}

let work = 0;

/** Appends the states of a pattern; whatever comes out of it goes on at the state after them. */
function emit(pattern: Pattern, states: State[]): void {
  work += 1;
  if (states.length > MAX_STATES || work > MAX_WORK)
    throw new PatternRefused('too large when its counts are written out');
  switch (pattern.is) {
    case 'set':
      states.push(pattern);
      return;
    case 'sequence':
      for (const part of pattern.parts) emit(part, states);
      return;
    case 'choice':
      emitChoice(pattern.branches, states);
      return;
    case 'repeat':
      for (let i = 0; i < pattern.min; i += 1) emit(pattern.part, states);
      if (pattern.max === Infinity) emitLoop(pattern.part, states);
      else emitOptional(pattern.part, pattern.max - pattern.min, states);
  }
}

function emitChoice(branches: readonly Pattern[], states: State[]): void {
  const fork = { is: 'fork' as const, to: [] as number[] };
  states.push(fork);
  const exits: { is: 'fork'; to: readonly number[] }[] = [];
  for (const branch of branches) {
    fork.to.push(states.length);
    emit(branch, states);
    const exit = { is: 'fork' as const, to: [] as readonly number[] };
    states.push(exit);
    exits.push(exit);
  }
  for (const exit of exits) exit.to = [states.length];
}

function emitLoop(part: Pattern, states: State[]): void {
  const start = states.length;
  const fork = { is: 'fork' as const, to: [] as readonly number[] };
  states.push(fork);
  emit(part, states);
  states.push({ is: 'fork', to: [start] });
  fork.to = [start + 1, states.length];
}

function emitOptional(part: Pattern, times: number, states: State[]): void {
  const forks: { is: 'fork'; to: readonly number[] }[] = [];
  const starts: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const fork = { is: 'fork' as const, to: [] as readonly number[] };
    starts.push(states.length + 1);
    states.push(fork);
    forks.push(fork);
    emit(part, states);
  }
  for (const [i, fork] of forks.entries()) fork.to = [starts[i] ?? 0, states.length];
}

function simulate(states: readonly State[], text: string): boolean {
  const seen = new Int32Array(states.length).fill(-1);
  let current = follow(states, [0], seen, 0);
  let step = 0;
  for (const char of text) {
    const codePoint = char.codePointAt(0) ?? 0;
    const next: number[] = [];
    for (const at of current) {
      const state = states[at];
      if (state?.is === 'set' && state.set(codePoint)) next.push(at + 1);
    }
    if (next.length === 0) return false;
    step += 1;
    current = follow(states, next, seen, step);
  }
  return current.some((at) => states[at]?.is === 'end');
}

/** All states that are reached from some without reading a character. */
function follow(
  states: readonly State[],
  from: readonly number[],
  seen: Int32Array,
  step: number,
): number[] {
  const reached: number[] = [];
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen[at] === step) continue;
    seen[at] = step;
    const state = states[at];
    if (state?.is === 'fork') open.push(...state.to);
    else reached.push(at);
  }
  return reached;
}
