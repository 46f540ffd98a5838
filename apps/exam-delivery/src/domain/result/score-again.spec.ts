import { describe, expect, it } from '@jest/globals';
import { compileItem, parseItem } from '#libs/qti';
import { decideByRule } from './decision.ts';
import { scoreAgain } from './score-again.ts';
import { outcomeOf } from './score-response.ts';

/** A choice of A and B. */
function item(itemId: string, key: 'A' | 'B') {
  const parsed = parseItem(
    `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="Item" adaptive="false" time-dependent="false" xml:lang="en">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>${key}</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body><qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
    <qti-simple-choice identifier="A">A</qti-simple-choice><qti-simple-choice identifier="B">B</qti-simple-choice>
  </qti-choice-interaction></qti-item-body>
  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
</qti-assessment-item>`,
    'item.xml',
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const compiled = compileItem(parsed.item);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return { itemId, itemVersion: 1, content: { scoring: compiled.scoring, maxScore: 1 } };
}

const items = [item('one', 'A'), item('two', 'A')];
const answers = new Map([
  ['one', { response: { RESPONSE: 'A' } }],
  ['two', { response: { RESPONSE: 'B' } }],
]);
const decided = decideByRule(
  { decisionId: 'd', attemptId: 'a' },
  items.map((one) => outcomeOf(one, answers, 'seed')),
  1,
  new Date('2026-11-24T10:00:00Z'),
);

describe('the answers scored again', () => {
  it('come to what was stored, item by item and in all', () => {
    const { items: compared, totals } = scoreAgain(items, answers, 'seed', decided);
    expect(compared.map(({ again, equal }) => [again.score, equal])).toEqual([
      [1, true],
      [0, true],
    ]);
    expect(totals).toEqual({
      stored: { score: 1, maxScore: 2 },
      again: { score: 1, maxScore: 2 },
      equal: true,
    });
  });

  it('name the item whose key is another now, though the total is the same by chance', () => {
    const swapped = [item('one', 'B'), item('two', 'B')];
    const { items: compared, totals } = scoreAgain(swapped, answers, 'seed', decided);
    expect(compared.map(({ equal }) => equal)).toEqual([false, false]);
    expect(totals).toMatchObject({ stored: { score: 1 }, again: { score: 1 }, equal: false });
  });

  it('are not equal where the decision was on another version, or on more items', () => {
    const [first] = items;
    if (!first) throw new Error('an item');
    const other = scoreAgain([{ ...first, itemVersion: 2 }], answers, 'seed', decided);
    expect(other.items).toMatchObject([{ stored: null, equal: false }]);
    expect(scoreAgain([first], answers, 'seed', decided).totals.equal).toBe(false);
  });

  it('are not equal to a stored total that is not the sum', () => {
    const changed = { ...decided, score: 2 };
    expect(scoreAgain(items, answers, 'seed', changed).totals).toMatchObject({
      stored: { score: 2 },
      again: { score: 1 },
      equal: false,
    });
  });
});
