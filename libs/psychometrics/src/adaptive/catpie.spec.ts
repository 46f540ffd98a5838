import { describe, expect, it } from '@jest/globals';
import { vector } from '../testing/vector.ts';
import { selectItem } from './select-item.ts';
import type { BankItem } from './select-item.ts';
import { simulateAdaptive } from './simulate.ts';
import { intervalDecision } from './sprt.ts';
import { stopsAt } from './stop.ts';
import type { StopRules } from './stop.ts';

type Rule = 'classification' | 'precision' | 'length';
interface Replayed {
  truth: number;
  responses: number[];
  administered: number[];
  theta: number;
  standardError: number;
  stoppedBy: Rule[];
}

const published = vector<{
  bank: Record<'a' | 'b' | 'c', number[]>;
  selection: {
    theta: number;
    administered: number[];
    index: number;
    information: number;
    candidates: number[];
  }[];
  precision: { seed: number; maxLength: number; precision: number; tests: Replayed[] };
  classification: {
    seed: number;
    minLength: number;
    maxLength: number;
    cut: number;
    confidence: number;
    tests: Replayed[];
  };
  intervals: { theta: number; se: number; cut: number; confidence: number; stops: boolean }[];
  stops: { length: number; theta: number; se: number; by: Rule[] }[];
}>('adaptive');

const bank = published.bank.a.map((a, i): BankItem => {
  const { b, c } = published.bank;
  return { item: { model: '3pl', a, b: b[i] ?? 0, c: c[i] ?? 0 } };
});
const reasons = { classification: 'interval', precision: 'precision', length: 'length' } as const;

describe('the next item', () => {
  it.each(published.selection)(
    'is catpie’s at $theta after $administered',
    ({ theta, administered, index, information }) => {
      const found = selectItem(bank, administered, theta, { at: 'ability' }, () => 0);
      const near = expect.closeTo(information, 8);
      expect(found).toEqual({ outcome: 'selected', index, information: near });
    },
  );

  it.each(published.selection)(
    'is drawn among the four that catpie draws among at $theta',
    ({ theta, administered, candidates }) => {
      const drawn = [0, 0.25, 0.5, 0.75].map((value) => {
        const rules = { at: 'ability', randomesque: 4 } as const;
        const found = selectItem(bank, administered, theta, rules, () => value);
        return found.outcome === 'selected' ? found.index : -1;
      });
      expect(drawn.toSorted((one, other) => one - other)).toEqual(candidates);
    },
  );
});

describe('the end of a test', () => {
  it.each(published.intervals)(
    'comes by the interval where catpie classifies: $theta, $se, cut $cut',
    ({ theta, se, cut, confidence, stops }) => {
      const side = theta > cut ? 'pass' : 'fail';
      expect(intervalDecision(theta, se, { cut, confidence })).toBe(stops ? side : 'continue');
    },
  );

  it.each(published.stops)(
    'comes by a rule that catpie names, or not: $length items, $theta, $se',
    ({ length, theta, se, by }) => {
      const interval = { cut: 0, confidence: 0.95 };
      const progress = {
        length,
        bankLeft: 9,
        theta,
        standardError: se,
        sprt: 'continue' as const,
        interval: intervalDecision(theta, se, interval),
      };
      const found = stopsAt(progress, { maxLength: 6, precision: 0.25, interval });
      const [first] = by;
      if (first === undefined) expect(found).toEqual({ stop: false });
      else expect(found).toMatchObject({ stop: true, reason: reasons[first] });
    },
  );
});

describe('simulated tests', () => {
  function replay(stop: StopRules, seed: number, expected: Replayed[]): void {
    const truths = expected.map(({ truth }) => truth);
    const { tests } = simulateAdaptive(bank, truths, { selection: { at: 'ability' }, stop, seed });
    expect(tests).toEqual(
      expected.map(({ theta, standardError, stoppedBy: [rule = 'length'], ...test }) =>
        expect.objectContaining({
          ...test,
          theta: expect.closeTo(theta, 6),
          standardError: expect.closeTo(standardError, 6),
          reason: reasons[rule],
        }),
      ),
    );
  }

  it('give the items, abilities and end that catpie gives for their answers, by precision', () => {
    const { seed, tests, ...stop } = published.precision;
    replay(stop, seed, tests);
  });

  it('give them, too, where an interval decides', () => {
    const { seed, tests, cut, confidence, ...lengths } = published.classification;
    replay({ ...lengths, interval: { cut, confidence } }, seed, tests);
  });
});
