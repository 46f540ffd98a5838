import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { itemXml, readItem, rules, type ItemParts } from '../../testing/item-xml.ts';
import { compileItem } from '../index.ts';

const identifiers = ['A', 'B', 'C', 'D'] as const;

/** Everything of an item that a candidate must not learn. */
interface Secret {
  readonly choice: readonly string[];
  readonly text: string;
  readonly worth: readonly number[];
  readonly bound: number;
  readonly points: number;
  readonly inline: string;
  readonly block: string;
  readonly modal: string;
  readonly shownFor: 'right' | 'wrong';
  readonly showHide: 'show' | 'hide';
  readonly rubric: string;
  readonly vendor: string;
}

const word = fc.stringMatching(/^[a-zA-Zа-яӣӯҷҳқғ0-9 ]{1,30}$/u);
const secret: fc.Arbitrary<Secret> = fc.record({
  choice: fc.subarray([...identifiers], { minLength: 1 }),
  text: word,
  worth: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 4 }),
  bound: fc.integer({ min: 0, max: 9 }),
  points: fc.integer({ min: 1, max: 9 }),
  inline: word,
  block: word,
  modal: word,
  shownFor: fc.constantFrom('right', 'wrong'),
  showHide: fc.constantFrom('show', 'hide'),
  rubric: word,
  vendor: fc.stringMatching(/^[a-z0-9]{1,10}$/u),
});

const partsOf = (it: Secret): ItemParts => ({
  attributes: 'xml:lang="tg"',
  declarations: `
<qti-response-declaration identifier="CHOICE" cardinality="multiple" base-type="identifier">
  <qti-correct-response>${it.choice.map((id) => `<qti-value>${id}</qti-value>`).join('')}</qti-correct-response>
  <qti-mapping lower-bound="${-it.bound}" upper-bound="${it.bound}" default-value="${-it.points}">
    ${it.worth.map((value, i) => `<qti-map-entry map-key="${identifiers[i] ?? 'A'}" mapped-value="${value}"/>`).join('')}
  </qti-mapping>
</qti-response-declaration>
<qti-response-declaration identifier="TEXT" cardinality="single" base-type="string">
  <qti-correct-response><qti-value>${it.text}</qti-value></qti-correct-response>
</qti-response-declaration>
<qti-response-declaration identifier="POINT" cardinality="single" base-type="point">
  <qti-area-mapping><qti-area-map-entry shape="circle" coords="${it.bound},${it.points},3" mapped-value="${it.points}"/></qti-area-mapping>
</qti-response-declaration>
<qti-outcome-declaration identifier="FEEDBACK" cardinality="single" base-type="identifier"/>`,
  body: `
<qti-rubric-block view="scorer"><qti-content-body><p>${it.rubric}</p></qti-content-body></qti-rubric-block>
<qti-rubric-block view="candidate"><qti-content-body><p>Read first.</p></qti-content-body></qti-rubric-block>
<p data-score="${it.points}">Before <qti-feedback-inline outcome-identifier="FEEDBACK" identifier="${it.shownFor}" show-hide="${it.showHide}">${it.inline}</qti-feedback-inline> after</p>
<qti-choice-interaction response-identifier="CHOICE" max-choices="0" shuffle="true">
  ${identifiers
    .map(
      (id) =>
        `<qti-simple-choice identifier="${id}" data-correct="${it.vendor}">Choice ${id}<qti-feedback-inline outcome-identifier="FEEDBACK" identifier="${it.shownFor}" show-hide="${it.showHide}">${it.inline}</qti-feedback-inline></qti-simple-choice>`,
    )
    .join('')}
</qti-choice-interaction>
<qti-feedback-block outcome-identifier="FEEDBACK" identifier="${it.shownFor}" show-hide="${it.showHide}"><qti-content-body><p>${it.block}</p></qti-content-body></qti-feedback-block>
<p><qti-text-entry-interaction response-identifier="TEXT" expected-length="10"/></p>
<qti-select-point-interaction response-identifier="POINT" max-choices="1"><img src="map.png" alt="Map" width="40" height="40"/></qti-select-point-interaction>`,
  processing: rules(`
<qti-response-condition>
  <qti-response-if>
    <qti-match><qti-variable identifier="CHOICE"/><qti-correct identifier="CHOICE"/></qti-match>
    <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">${it.points}</qti-base-value></qti-set-outcome-value>
    <qti-set-outcome-value identifier="FEEDBACK"><qti-base-value base-type="identifier">right</qti-base-value></qti-set-outcome-value>
  </qti-response-if>
  <qti-response-else>
    <qti-set-outcome-value identifier="SCORE"><qti-map-response identifier="CHOICE"/></qti-set-outcome-value>
    <qti-set-outcome-value identifier="FEEDBACK"><qti-base-value base-type="identifier">wrong</qti-base-value></qti-set-outcome-value>
  </qti-response-else>
</qti-response-condition>`),
  after: `<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="${it.shownFor}" show-hide="${it.showHide}"><qti-content-body><p>${it.modal}</p></qti-content-body></qti-modal-feedback>`,
});

const deliveredOf = (it: Secret): string => {
  const made = compileItem(readItem(itemXml(partsOf(it))));
  if (!made.ok) throw new Error('the item was not compiled');
  return JSON.stringify(made.delivery);
};

describe('what a browser gets', () => {
  it('is the same, byte for byte, for another key, mapping, processing, feedback and rubric', () => {
    fc.assert(
      fc.property(secret, secret, (one, other) => {
        expect(deliveredOf(one)).toBe(deliveredOf(other));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same as that of an item without any of them', () => {
    const bare = `
<p>Before  after</p>
<qti-choice-interaction response-identifier="CHOICE" max-choices="0" shuffle="true">
  ${identifiers.map((id) => `<qti-simple-choice identifier="${id}">Choice ${id}</qti-simple-choice>`).join('')}
</qti-choice-interaction>
<p><qti-text-entry-interaction response-identifier="TEXT" expected-length="10"/></p>
<qti-select-point-interaction response-identifier="POINT" max-choices="1"><img src="map.png" alt="Map" width="40" height="40"/></qti-select-point-interaction>`;
    const declared = ['multiple identifier CHOICE', 'single string TEXT', 'single point POINT']
      .map((words) => words.split(' '))
      .map(
        ([cardinality, baseType, identifier]) =>
          `<qti-response-declaration identifier="${identifier}" cardinality="${cardinality}" base-type="${baseType}"/>`,
      )
      .join('');
    const rubric =
      '<qti-rubric-block view="candidate"><qti-content-body><p>Read first.</p></qti-content-body></qti-rubric-block>';
    const made = compileItem(
      readItem(
        itemXml({ attributes: 'xml:lang="tg"', declarations: declared, body: rubric + bare }),
      ),
    );
    const [example] = fc.sample(secret, { numRuns: 1, seed: 1 });
    expect(made.ok && JSON.stringify(made.delivery)).toBe(deliveredOf(example as Secret));
  });

  it('holds no word of key, feedback, rubric and vendor data', () => {
    const marked: Secret = {
      choice: ['A'],
      text: 'SECRETtext',
      worth: [3],
      bound: 7,
      points: 5,
      inline: 'SECRETinline',
      block: 'SECRETblock',
      modal: 'SECRETmodal',
      shownFor: 'right',
      showHide: 'show',
      rubric: 'SECRETrubric',
      vendor: 'secretvendor',
    };
    const delivered = deliveredOf(marked);
    expect(delivered).not.toMatch(/secret/iu);
    expect(delivered).not.toMatch(/correct|mapping|mapped|feedback|processing|SCORE|data-score/u);
  });

  it('shows nowhere that feedback was left out: not by a space, in blocks, words or preformatted text', () => {
    const feedback = (display: string): string =>
      `<qti-feedback-${display} outcome-identifier="F" identifier="x" show-hide="show">${display === 'block' ? '<qti-content-body><p>b</p></qti-content-body>' : 'i'}</qti-feedback-${display}>`;
    const places = [
      '<div>@@ text</div>',
      '<div>text @@</div>',
      '<div> @@ </div>',
      '<p>one @@ two</p>',
      '<p>one@@ two</p>',
      '<p>@@</p>',
      '<p>a <b>b @@ c</b> d</p>',
      '<pre>a  b@@  c</pre>',
      '<ul><li>@@ a</li></ul>',
      '<table><tbody><tr><td> a @@</td></tr></tbody></table>',
    ];
    const deliveredBody = (body: string): unknown => {
      const declarations =
        '<qti-outcome-declaration identifier="F" cardinality="single" base-type="identifier"/>';
      const made = compileItem(readItem(itemXml({ declarations, body })));
      return made.ok && made.delivery['und']?.body;
    };
    for (const place of places) {
      const bare = deliveredBody(place.replace('@@', ''));
      expect([place, deliveredBody(place.replace('@@', feedback('inline')))]).toEqual([
        place,
        bare,
      ]);
      expect([place, deliveredBody(place.replace('@@', feedback('block')))]).toEqual([place, bare]);
    }
  });
});
