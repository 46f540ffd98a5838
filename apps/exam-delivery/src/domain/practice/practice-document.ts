// A practice item as a QTI 3 document: the practice goes the way of the exam, through libs/qti.

import type { Language } from '../exam/exam.ts';
import type { PracticeItem } from './practice-items.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const practiceDocument = (item: PracticeItem, language: Language): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="practice-${item.itemId}" title="Practice" adaptive="false" time-dependent="false" xml:lang="${language}">
  ${declaration(item)}
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="1"/>
  <qti-item-body>${interaction(item, language)}</qti-item-body>
  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
</qti-assessment-item>`;

function declaration(item: PracticeItem): string {
  const [cardinality, type] = {
    choice: ['single', 'identifier'],
    multiple: ['multiple', 'identifier'],
    order: ['ordered', 'identifier'],
    match: ['multiple', 'directedPair'],
    number: ['single', 'float'],
  }[item.kind];
  const values = rightValues(item).map((value) => `<qti-value>${value}</qti-value>`);
  return `<qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${type}"><qti-correct-response>${values.join('')}</qti-correct-response></qti-response-declaration>`;
}

function rightValues(item: PracticeItem): string[] {
  switch (item.kind) {
    case 'choice':
      return [item.right];
    case 'number':
      return [String(item.right)];
    case 'multiple':
    case 'order':
      return item.right;
    case 'match':
      return item.right.map((pair) => pair.join(' '));
  }
}

type Option = { id: string; words: Record<Language, string> };

function interaction(item: PracticeItem, language: Language): string {
  const text = escape(item.prompt[language]);
  const prompt = `<qti-prompt><p>${text}</p></qti-prompt>`;
  const list = (element: string, options: readonly Option[], more = ''): string =>
    options
      .map(
        ({ id, words }) =>
          `<${element} identifier="${id}"${more}>${escape(words[language])}</${element}>`,
      )
      .join('');
  switch (item.kind) {
    case 'choice':
    case 'multiple':
      return `<qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="${item.kind === 'choice' ? 1 : 0}">${prompt}${list('qti-simple-choice', item.options)}</qti-choice-interaction>`;
    case 'order':
      return `<qti-order-interaction response-identifier="RESPONSE" shuffle="true">${prompt}${list('qti-simple-choice', item.options)}</qti-order-interaction>`;
    case 'match': {
      const choice = 'qti-simple-associable-choice';
      const set = (options: readonly Option[]) =>
        `<qti-simple-match-set>${list(choice, options, ' match-max="1"')}</qti-simple-match-set>`;
      return `<qti-match-interaction response-identifier="RESPONSE" shuffle="true" max-associations="${item.left.length}">${prompt}${set(item.left)}${set(item.options)}</qti-match-interaction>`;
    }
    case 'number':
      return `<div><p>${text}</p></div><p><qti-text-entry-interaction response-identifier="RESPONSE" expected-length="6"/></p>`;
  }
}
