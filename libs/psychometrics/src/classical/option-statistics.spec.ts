import { expect, it } from '@jest/globals';
import { vector } from '../testing/vector.ts';
import type { Mark } from './marks.ts';
import { optionStatistics } from './option-statistics.ts';
import type { Choice, OptionStatistics } from './option-statistics.ts';

it('a hundred persons’ options have the shares, means and correlations that psych has', () => {
  const { key, item, responses, options } = vector<{
    key: string;
    item: number;
    responses: string[];
    options: OptionStatistics[];
  }>('options');
  const marks = responses.map((row) =>
    [...row].map((digit, i): Mark => (digit === '0' ? 'omitted' : digit === key[i] ? 1 : 0)),
  );
  const choices = responses.map((row): Choice => {
    const digit = row[item] ?? '0';
    return digit === '0' ? 'omitted' : [digit];
  });
  const ones = [...key].map(() => 1);
  expect(optionStatistics(choices, ['1', '2', '3', '4', '5', '6'], item, marks, ones)).toEqual(
    options.map(({ option, chosen, share, meanRest, pointBiserial }) => ({
      option,
      chosen,
      share: expect.closeTo(share ?? 0, 12),
      meanRest: expect.closeTo(meanRest ?? 0, 9),
      pointBiserial: expect.closeTo(pointBiserial ?? 0, 9),
    })),
  );
});
