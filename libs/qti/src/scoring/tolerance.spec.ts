import { describe, expect, it } from '@jest/globals';
import { response, rules } from '../../testing/item-xml.ts';
import { scoreOf } from '../../testing/scoring.ts';

/** A number typed into a text entry, right when qti-equal says so. */
const numeric = (correct: string, attributes: string) => ({
  declarations: response('single', 'float', [correct]),
  body: '<p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>',
  processing: rules(`<qti-response-condition>
    <qti-response-if>
      <qti-equal ${attributes}><qti-correct identifier="RESPONSE"/><qti-variable identifier="RESPONSE"/></qti-equal>
      <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value>
    </qti-response-if>
  </qti-response-condition>`),
});

const passing = (correct: string, attributes: string, answers: readonly number[]): number[] =>
  answers.filter((answer) => scoreOf(numeric(correct, attributes), answer) === 1);

describe('a number marked by qti-equal', () => {
  it('has to be exact without a tolerance', () => {
    const answers = [3.14, 3.140000001, 3.139999999];
    expect(passing('3.14', '', answers)).toEqual([3.14]);
    expect(passing('3.14', 'tolerance-mode="exact"', answers)).toEqual([3.14]);
  });

  it('may be off by an absolute tolerance, the bounds included', () => {
    const attributes = 'tolerance-mode="absolute" tolerance="0.5"';
    expect(passing('10', attributes, [9.49, 9.5, 10, 10.5, 10.51])).toEqual([9.5, 10, 10.5]);
  });

  it('may be off by one tolerance below and another above', () => {
    const attributes = 'tolerance-mode="absolute" tolerance="2 1"';
    expect(passing('10', attributes, [7.9, 8, 11, 11.1])).toEqual([8, 11]);
  });

  it('leaves out a bound that is not included', () => {
    const lower = 'tolerance-mode="absolute" tolerance="1" include-lower-bound="false"';
    expect(passing('10', lower, [9, 9.001, 11])).toEqual([9.001, 11]);
    const upper = 'tolerance-mode="absolute" tolerance="1" include-upper-bound="false"';
    expect(passing('10', upper, [9, 10.999, 11])).toEqual([9, 10.999]);
  });

  it('may be off by a percentage of the key', () => {
    const attributes = 'tolerance-mode="relative" tolerance="10"';
    expect(passing('50', attributes, [44.9, 45, 55, 55.1])).toEqual([45, 55]);
    expect(passing('-50', attributes, [-55.1, -55, -45, -44.9])).toEqual([-55, -45]);
    expect(passing('0', attributes, [-0.001, 0, 0.001])).toEqual([0]);
  });

  it('keeps an answer on the bound, which the binary form of the key would lose', () => {
    // 0.7 + 0.1 is 0.7999999999999999 in binary.
    expect(passing('0.7', 'tolerance-mode="absolute" tolerance="0.1"', [0.6, 0.8])).toEqual([
      0.6, 0.8,
    ]);
    for (let tenths = 1; tenths <= 99; tenths += 1) {
      const key = String(tenths / 10);
      const ends = [(tenths - 3) / 10, (tenths + 3) / 10];
      expect(passing(key, 'tolerance-mode="absolute" tolerance="0.3"', ends)).toEqual(ends);
      const lower = 'tolerance-mode="absolute" tolerance="0.3" include-lower-bound="false"';
      expect(passing(key, lower, ends)).toEqual(ends.slice(1));
    }
    expect(passing('1.1', 'tolerance-mode="relative" tolerance="10"', [0.99, 1.21])).toEqual([
      0.99, 1.21,
    ]);
  });

  it('scores nothing without an answer, whatever the tolerance', () => {
    expect(scoreOf(numeric('0', 'tolerance-mode="absolute" tolerance="100"'))).toBe(0);
  });
});
