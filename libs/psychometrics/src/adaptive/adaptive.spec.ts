import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateAbility } from '../ability/estimate.ts';
import { information } from '../irt/information.ts';
import { informationAt } from '../irt/curve.ts';
import type { Item } from '../irt/item.ts';
import { normalRandom, seededRandom } from '../numbers/random.ts';
import { arbitraryItem } from '../testing/arbitrary-item.ts';
import { noNaN } from '../testing/no-nan.ts';
import { refusal } from '../testing/refusal.ts';
import { vector } from '../testing/vector.ts';
import { selectItem } from './select-item.ts';
import type { BankItem } from './select-item.ts';
import { simulateAdaptive } from './simulate.ts';
import { intervalDecision, sprt } from './sprt.ts';
import { stopsAt } from './stop.ts';

const random = seededRandom(5);
const bank: BankItem[] = Array.from({ length: 120 }, (_, i) => ({
  item: { model: '2pl', a: 0.8 + 0.8 * random(), b: -3 + (6 * i) / 119 },
  content: ['law', 'seizure', 'analysis'][i % 3] ?? 'law',
}));
const persons = Array.from({ length: 80 }, () => normalRandom(random));
const always = (value: number) => () => value;

describe('selection', () => {
  const small: BankItem[] = [-2, -1, 0, 1, 2].map((b) => ({ item: { model: '2pl', a: 1, b } }));

  it('takes the most informative item at the ability, or at the cut', () => {
    const rules = { at: 'ability' } as const;
    expect(selectItem(small, [], 0.9, rules, always(0))).toMatchObject({ index: 3 });
    expect(selectItem(small, [3], 0.9, rules, always(0))).toMatchObject({ index: 2 });
    expect(selectItem(small, [], 0.9, { at: { cut: -2 } }, always(0))).toMatchObject({ index: 0 });
    expect(selectItem(small, [0, 1, 2, 3, 4], 0, rules, always(0))).toEqual({
      outcome: 'exhausted',
    });
  });

  it('draws among the k most informative, and no other', () => {
    const rules = { at: 'ability', randomesque: 3 } as const;
    const found = [0, 0.34, 0.67, 0.999999].map((value) => {
      const selection = selectItem(small, [], 0, rules, always(value));
      return selection.outcome === 'selected' ? selection.index : -1;
    });
    expect(new Set(found)).toEqual(new Set([1, 2, 3]));
  });

  it('serves the area that is farthest below its share, and the next where it is used up', () => {
    const content = { law: 0.5, seizure: 0.25, analysis: 0.25 };
    const rules = { at: 'ability', content } as const;
    const areaAfter = (administered: number[], from: BankItem[] = bank): string => {
      const found = selectItem(from, administered, 0, rules, always(0.5));
      return found.outcome === 'selected' ? (from[found.index]?.content ?? '') : found.outcome;
    };
    expect(areaAfter([])).toBe('law');
    expect(areaAfter([0])).not.toBe('law');
    expect(areaAfter([0, 1])).toBe('analysis');
    const two = bank.slice(0, 3).filter(({ content: area }) => area !== 'law');
    expect(areaAfter([], two)).not.toBe('law');
  });

  it('knows a bank’s information as exactly as the curve itself', () => {
    fc.assert(
      fc.property(arbitraryItem, fc.double({ min: -8, max: 8, noNaN: true }), (item, theta) => {
        const exact = information(item, theta);
        expect(informationAt(item, theta) / (exact || 1)).toBeCloseTo(exact === 0 ? 0 : 1, 9);
      }),
    );
  });

  it('refuses an empty bank and shares that do not sum to 1', () => {
    expect(refusal(() => selectItem([], [], 0, { at: 'ability' }, always(0)))).toBe('empty');
    const content = { law: 0.5 };
    expect(refusal(() => selectItem(bank, [], 0, { at: 'ability', content }, always(0)))).toBe(
      'out-of-range',
    );
  });
});

describe('stopping', () => {
  const item: Item = { model: '1pl', b: 0 };
  const rule = { cut: 0, delta: 0.5, falsePass: 0.05, falseFail: 0.1 };

  it('follows Wald: log ratios add up to log((1 - beta) / alpha) or log(beta / (1 - alpha))', () => {
    // One right answer to a Rasch item at the cut: log(L(.5) / L(-.5)) = .5; bounds ln 18, ln(.1/.95).
    const one = sprt([item], [1], rule);
    expect(one.logRatio).toBeCloseTo(0.5, 12);
    expect(one.upper).toBeCloseTo(Math.log(18), 12);
    expect(one.lower).toBeCloseTo(Math.log(0.1 / 0.95), 12);
    const after = (right: number, wrong: number) =>
      sprt(
        Array.from({ length: right + wrong }, () => item),
        Array.from({ length: right + wrong }, (_, i) => (i < right ? 1 : 0)),
        rule,
      ).decision;
    expect(after(5, 0)).toBe('continue');
    expect(after(6, 0)).toBe('pass');
    expect(after(0, 4)).toBe('continue');
    expect(after(0, 5)).toBe('fail');
    expect(after(9, 9)).toBe('continue');
  });

  it('has the ratio and the bounds that catIrt has for eight 3PL items', () => {
    const { a, b, c, responses, ...expected } = vector<{
      sprt: Record<'a' | 'b' | 'c' | 'responses', number[]> & {
        rule: typeof rule;
        logRatio: number;
        lower: number;
        upper: number;
      };
    }>('decisions').sprt;
    const items = a.map((slope, i): Item => ({
      model: '3pl',
      a: slope,
      b: b[i] ?? 0,
      c: c[i] ?? 0,
    }));
    expect(sprt(items, responses, expected.rule)).toEqual({
      decision: 'continue',
      logRatio: expect.closeTo(expected.logRatio, 9),
      lower: expect.closeTo(expected.lower, 9),
      upper: expect.closeTo(expected.upper, 9),
    });
  });

  it('has the ratios that the R package SPRT has for a coin', () => {
    const { p0, p1, responses, logRatios } = vector<{
      bernoulli: { p0: number; p1: number; responses: number[]; logRatios: number[] };
    }>('decisions').bernoulli;
    // A Rasch item at 0 is a coin whose odds are e^theta.
    const [low, high] = [p0, p1].map((p) => Math.log(p / (1 - p)));
    const cut = ((low ?? 0) + (high ?? 0)) / 2;
    const coin = { ...rule, cut, delta: (high ?? 0) - cut };
    const found = responses.map((_response, i) =>
      sprt(
        responses.slice(0, i + 1).map(() => item),
        responses.slice(0, i + 1),
        coin,
      ),
    );
    expect(found.map(({ logRatio }) => logRatio)).toEqual(
      logRatios.map((value) => expect.closeTo(value, 9)),
    );
    expect(found.findIndex(({ decision }) => decision === 'pass')).toBe(6);
  });

  it('keeps the errors of the SPRT near what was asked, over simulated persons', () => {
    const run = (theta: number) =>
      simulateAdaptive(
        bank,
        Array.from({ length: 300 }, () => theta),
        {
          selection: { at: { cut: 0 } },
          stop: { maxLength: 120, sprt: { ...rule, falsePass: 0.1, falseFail: 0.1 } },
          seed: 3,
        },
      );
    const [below, above] = [run(-0.5), run(0.5)];
    // Wald's errors are at most alpha / (1 - beta); three standard errors of chance above.
    const most = 0.1 / 0.9 + 3 * Math.sqrt(0.1 / 300);
    expect(below.decisions?.falsePass).toBeLessThan(most);
    expect(above.decisions?.falseFail).toBeLessThan(most);
    expect(below.decisions?.falsePass).toBeGreaterThan(0.01);
    expect(below.length.mean).toBeLessThan(60);
  });

  it('decides by interval once it leaves the cut', () => {
    const rules = { cut: 0, confidence: 0.95 };
    expect(intervalDecision(0.6, 0.3, rules)).toBe('pass');
    expect(intervalDecision(0.58, 0.3, rules)).toBe('continue');
    expect(intervalDecision(-0.6, 0.3, rules)).toBe('fail');
  });

  it('never before the least length, always at the most, and when the bank is used up', () => {
    const progress = {
      length: 3,
      bankLeft: 5,
      theta: 1,
      standardError: 0.2,
      sprt: 'pass' as const,
      interval: 'continue' as const,
    };
    const rules = { minLength: 4, maxLength: 6, sprt: rule, precision: 0.25 };
    expect(stopsAt(progress, rules)).toEqual({ stop: false });
    expect(stopsAt({ ...progress, length: 4 }, rules)).toMatchObject({ reason: 'sprt' });
    expect(stopsAt({ ...progress, length: 4, sprt: 'continue' }, rules)).toMatchObject({
      reason: 'precision',
      decision: null,
    });
    const vague = { ...progress, standardError: 0.5, sprt: 'continue' as const };
    expect(stopsAt({ ...vague, length: 6 }, rules)).toMatchObject({ reason: 'length' });
    expect(stopsAt({ ...vague, bankLeft: 0 }, rules)).toMatchObject({ reason: 'bank' });
  });
});

describe('the simulator', () => {
  const fixed = { selection: { at: 'ability' } as const, stop: { maxLength: 25 }, seed: 11 };

  it('says the same for the same seed, and another thing for another', () => {
    const one = simulateAdaptive(bank, persons, fixed);
    expect(simulateAdaptive(bank, persons, fixed)).toEqual(one);
    expect(simulateAdaptive(bank, persons, { ...fixed, seed: 12 }).rmse).not.toBe(one.rmse);
    expect(noNaN(one)).toBe(true);
  });

  it('reports errors that agree with the standard errors, and a bias near 0', () => {
    const { bias, rmse, meanStandardError, correlation } = simulateAdaptive(bank, persons, fixed);
    expect(Math.abs(bias)).toBeLessThan(0.08);
    expect(Math.abs(rmse - meanStandardError)).toBeLessThan(0.05);
    expect(correlation).toBeGreaterThan(0.9);
  });

  it('ends at the ability that estimateAbility finds for the same answers', () => {
    const { tests } = simulateAdaptive(bank, [0.7, -1.2], fixed);
    for (const { administered, responses, theta, standardError } of tests) {
      const items = administered.flatMap((index) => bank[index]?.item ?? []);
      const found = estimateAbility(items, responses, {
        method: 'eap',
        bounds: [-5, 5],
        points: 81,
      });
      expect(theta).toBeCloseTo(found.theta ?? 0, 6);
      expect(standardError).toBeCloseTo(found.se ?? 0, 6);
    }
  });

  it('is more precise than a test of the same length at random', () => {
    const adaptive = simulateAdaptive(bank, persons, fixed);
    const blind = simulateAdaptive(bank, persons, {
      ...fixed,
      selection: { at: 'ability', randomesque: bank.length },
    });
    expect(adaptive.meanStandardError).toBeLessThan(blind.meanStandardError - 0.03);
    expect(adaptive.length).toMatchObject({ mean: 25, least: 25, most: 25 });
  });

  it('exposes less with randomesque drawing, and counts exposure and overlap exactly', () => {
    const sharp = simulateAdaptive(bank, persons, fixed);
    const mild = simulateAdaptive(bank, persons, {
      ...fixed,
      selection: { at: 'ability', randomesque: 8 },
    });
    expect(sharp.maxExposure).toBe(1);
    expect(mild.maxExposure).toBeLessThan(0.95);
    expect(mild.overlap ?? 1).toBeLessThan(sharp.overlap ?? 0);
    let total = 0;
    for (const rate of mild.exposure) total += rate;
    expect(total).toBeCloseTo(25, 9);
    const two = mild.tests.slice(0, 2).map(({ administered }) => administered);
    const shared = two[0]?.filter((index) => two[1]?.includes(index)).length ?? 0;
    const pair = simulateAdaptive(bank, persons.slice(0, 2), {
      ...fixed,
      selection: { at: 'ability', randomesque: 8 },
    });
    expect(pair.overlap).toBeCloseTo(shared / 25, 12);
  });

  it('keeps to the blueprint, and stops early by precision', () => {
    const content = { law: 0.4, seizure: 0.4, analysis: 0.2 };
    const { tests } = simulateAdaptive(bank, persons.slice(0, 40), {
      ...fixed,
      selection: { at: 'ability', content },
    });
    for (const { administered } of tests) {
      const law = administered.filter((index) => bank[index]?.content === 'law').length;
      expect(Math.abs(law - 10)).toBeLessThanOrEqual(1);
    }
    const early = simulateAdaptive(bank, persons.slice(0, 40), {
      ...fixed,
      stop: { maxLength: 60, precision: 0.35 },
    });
    expect(early.stoppedBy.precision).toBeGreaterThan(35);
    expect(early.length.mean).toBeLessThan(40);
  });
});
