// Modal feedback, feedback blocks and inline feedback (ASI, "Feedback").
import { describe, expect, it } from '@jest/globals';
import { choices, compiled, itemXml, response, rules } from '../../testing/item-xml.ts';
import { feedbackAfter, parseItem, score } from '../index.ts';

const outcome = (cardinality: string): string =>
  `<qti-outcome-declaration identifier="FEEDBACK" cardinality="${cardinality}" base-type="identifier"/>`;

const item = (cardinality = 'single') => ({
  attributes: 'xml:lang="en"',
  declarations: response(cardinality, 'identifier', ['A']) + outcome(cardinality),
  body: `
<p>Text <qti-feedback-inline outcome-identifier="FEEDBACK" identifier="A" show-hide="show">inline A</qti-feedback-inline></p>
${choices('A B C', `max-choices="${cardinality === 'single' ? 1 : 0}"`)}
<qti-feedback-block outcome-identifier="FEEDBACK" identifier="B" show-hide="show" class="warning"><qti-content-body><p>block B</p></qti-content-body></qti-feedback-block>
<qti-feedback-block outcome-identifier="FEEDBACK" identifier="A" show-hide="hide"><qti-content-body><p>not A</p></qti-content-body></qti-feedback-block>
<qti-rubric-block view="scorer"><qti-content-body><p>for the scorer</p></qti-content-body></qti-rubric-block>`,
  processing: rules(
    '<qti-set-outcome-value identifier="FEEDBACK"><qti-variable identifier="RESPONSE"/></qti-set-outcome-value>',
  ),
  after: `
<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="A" show-hide="show" title="Well done"><qti-content-body><p>modal A</p></qti-content-body></qti-modal-feedback>
<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="A" show-hide="hide"><qti-content-body><p>modal not A</p></qti-content-body></qti-modal-feedback>`,
});

const shown = (answer: unknown, cardinality?: string): string[] => {
  const { scoring } = compiled(item(cardinality));
  const scored = score(scoring, { RESPONSE: answer }, 'seed');
  if (!scored.ok) throw new Error('refused');
  const text = JSON.stringify(feedbackAfter(scoring, 'en', scored.outcomes));
  const all = ['inline A', 'block B', 'not A', 'modal A', 'modal not A', 'for the scorer'];
  return all.filter((words) => text.includes(`"${words}"`));
};

describe('qti-feedback-inline, qti-feedback-block and qti-modal-feedback', () => {
  it('are shown when the outcome holds their identifier, and hidden ones when it does not', () => {
    expect(shown('A')).toEqual(['inline A', 'modal A']);
    expect(shown('B')).toEqual(['block B', 'not A', 'modal not A']);
    expect(shown('C')).toEqual(['not A', 'modal not A']);
  });

  it('hold nothing when the outcome is NULL', () => {
    expect(shown(null)).toEqual(['not A', 'modal not A']);
  });

  it('may depend on a container that holds several identifiers', () => {
    expect(shown(['A', 'B'], 'multiple')).toEqual(['inline A', 'block B', 'modal A']);
    expect(shown([], 'multiple')).toEqual(['not A', 'modal not A']);
  });

  it('never reach the delivery, and never bring rubrics for others with them', () => {
    const { delivery, needsServer } = compiled(item());
    expect(JSON.stringify(delivery)).not.toMatch(/inline A|block B|not A|modal|scorer/u);
    expect(needsServer).toEqual(['feedback']);
  });

  it('keep title and class', () => {
    const { scoring } = compiled(item());
    const after = feedbackAfter(scoring, 'en', { FEEDBACK: 'A' });
    expect(after?.modal.map(({ title }) => title)).toEqual(['Well done']);
    const block = feedbackAfter(scoring, 'en', { FEEDBACK: 'B' });
    expect(JSON.stringify(block?.body)).toContain('"class":"warning"');
  });

  it('have to name an outcome variable of the item', () => {
    const wrong = itemXml(item()).replaceAll(
      'outcome-identifier="FEEDBACK"',
      'outcome-identifier="RESPONSE"',
    );
    const parsed = parseItem(wrong, 'item.xml');
    expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual(
      Array.from({ length: 5 }, () => 'unknown-identifier'),
    );
  });
});

describe('qti-rubric-block', () => {
  it('is delivered to candidates only if it is for them; others find it in the scoring', () => {
    const rubric = (view: string): string =>
      `<qti-rubric-block view="${view}"><qti-content-body><p>${view}</p></qti-content-body></qti-rubric-block>`;
    const { delivery, scoring } = compiled({
      attributes: 'xml:lang="en"',
      body: ['candidate', 'scorer', 'candidate tutor', 'proctor'].map(rubric).join(''),
    });
    const delivered = JSON.stringify(delivery);
    expect(delivered).toContain('"candidate"');
    expect(delivered).toContain('"candidate tutor"');
    expect(delivered).not.toMatch(/scorer"\]|proctor/u);
    expect(scoring.guidance['en']?.length).toBe(2);
  });
});
