// One item as question-bank would compile it: three choices, B is right.
import { compileItem, parseItem } from '#libs/qti';
import type { ItemContent } from '../../apps/exam-delivery/src/store/item-content.ts';

const document = (
  itemId: string,
  language: string,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="item-${itemId}" title="Item" adaptive="false" time-dependent="false" xml:lang="${language}">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>B</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body>
    <qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="1">
      <qti-prompt><p>Which one (${language})?</p></qti-prompt>
      <qti-simple-choice identifier="A">first</qti-simple-choice>
      <qti-simple-choice identifier="B">second</qti-simple-choice>
      <qti-simple-choice identifier="C">third</qti-simple-choice>
    </qti-choice-interaction>
  </qti-item-body>
  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
</qti-assessment-item>`;

export function compiledChoice(itemId: string): ItemContent {
  const [en, ru, tg] = ['en', 'ru', 'tg'].map((language) => {
    const parsed = parseItem(document(itemId, language), `${itemId}.${language}.xml`);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.item;
  });
  if (!en || !ru || !tg) throw new Error('three languages');
  const compiled = compileItem(en, { ru, tg });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const { delivery, scoring, maxScore, needsServer } = compiled;
  return {
    delivery: { ...delivery },
    scoring,
    maxScore,
    needsServer,
    interaction: 'choice',
    media: null,
  };
}
