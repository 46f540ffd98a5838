// Items as question-bank would compile them: three choices, B is right; and a short text, "занҷири нигоҳдорӣ".
import { compileItem, parseItem } from '#libs/qti';
import type { ItemContent } from '../../apps/exam-delivery/src/store/item-content.ts';

export const rightText = 'занҷири нигоҳдорӣ';

type Kind = 'choice' | 'text-entry';

const parts: Record<Kind, (language: string) => { declaration: string; body: string }> = {
  choice: (language) => ({
    declaration: `base-type="identifier"><qti-correct-response><qti-value>B</qti-value></qti-correct-response>`,
    body: `<qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="1">
      <qti-prompt><p>Which one (${language})?</p></qti-prompt>
      <qti-simple-choice identifier="A">first</qti-simple-choice>
      <qti-simple-choice identifier="B">second</qti-simple-choice>
      <qti-simple-choice identifier="C">third</qti-simple-choice>
    </qti-choice-interaction>`,
  }),
  'text-entry': (language) => ({
    declaration: `base-type="string"><qti-correct-response><qti-value>${rightText}</qti-value></qti-correct-response>`,
    body: `<p>In ${language} it is called <qti-text-entry-interaction response-identifier="RESPONSE"/>.</p>`,
  }),
};

function document(kind: Kind, itemId: string, language: string): string {
  const { declaration, body } = parts[kind](language);
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="item-${itemId}" title="Item" adaptive="false" time-dependent="false" xml:lang="${language}">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" ${declaration}</qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body>${body}</qti-item-body>
  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
</qti-assessment-item>`;
}

export function compiledItem(itemId: string, kind: Kind): ItemContent {
  const [en, ru, tg] = ['en', 'ru', 'tg'].map((language) => {
    const parsed = parseItem(document(kind, itemId, language), `${itemId}.${language}.xml`);
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
    interaction: kind,
    media: null,
  };
}
