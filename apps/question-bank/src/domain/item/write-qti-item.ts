// The author's form as a QTI 3.0 item, one document a language. All partial credit is off: an answer is
// right or not, which is what a certification body can defend; the score is 0 or maxScore.
import {
  maxScoreOf,
  type ItemBody,
  type Language,
  type LanguagePart,
  type Option,
} from './item-body.ts';

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';

/** A well-formed QTI 3.0 document (1EdTech, QTI 3.0 ASI information model). */
export function writeQtiItem(
  identifier: string,
  title: string,
  body: ItemBody,
  language: Language,
): string {
  const part = body.languages[language];
  if (!part) throw new RangeError(`the item has no ${language}`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<qti-assessment-item xmlns="${NAMESPACE}" identifier="${escape(identifier)}" title="${escape(title)}" adaptive="false" time-dependent="false" xml:lang="${language}">`,
    responseDeclaration(body, part),
    `  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="${maxScoreOf(body)}" normal-minimum="0">`,
    '    <qti-default-value><qti-value>0</qti-value></qti-default-value>',
    '  </qti-outcome-declaration>',
    `  <qti-item-body>\n${interaction(body, part)}\n  </qti-item-body>`,
    responseProcessing(body),
    '</qti-assessment-item>',
    '',
  ].join('\n');
}

function responseDeclaration(body: ItemBody, part: LanguagePart): string {
  const declare = (cardinality: string, baseType: string, values: readonly string[]): string =>
    [
      `  <qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${baseType}">`,
      `    <qti-correct-response>${values.map((value) => `<qti-value>${escape(value)}</qti-value>`).join('')}</qti-correct-response>`,
      baseType === 'string' ? mapping(part.accepted ?? [], maxScoreOf(body)) : '',
      '  </qti-response-declaration>',
    ]
      .filter((line) => line !== '')
      .join('\n');
  const { key } = body;
  switch (body.interaction) {
    case 'choice':
      return declare('single', 'identifier', [key.choice ?? '']);
    case 'multiple':
      return declare('multiple', 'identifier', key.choices ?? []);
    case 'order':
      return declare('ordered', 'identifier', key.order ?? []);
    case 'match':
      return declare(
        'multiple',
        'directedPair',
        (key.pairs ?? []).map((pair) => pair.join(' ')),
      );
    case 'numeric':
      return declare('single', 'float', [String(key.number?.value ?? 0)]);
    case 'text':
      return declare('single', 'string', [part.accepted?.[0] ?? '']);
  }
}

function mapping(accepted: readonly string[], score: number): string {
  const entries = accepted.map(
    (text) =>
      `<qti-map-entry map-key="${escape(text)}" mapped-value="${score}" case-sensitive="false"/>`,
  );
  return `    <qti-mapping default-value="0" lower-bound="0" upper-bound="${score}">${entries.join('')}</qti-mapping>`;
}

function interaction(body: ItemBody, part: LanguagePart): string {
  const shuffle = body.shuffle ?? true;
  const prompt = `<qti-prompt>${paragraphs(part.prompt)}</qti-prompt>`;
  const simple = (options: readonly Option[] = []): string =>
    options
      .map(
        (o) =>
          `<qti-simple-choice identifier="${escape(o.id)}">${escape(o.text)}</qti-simple-choice>`,
      )
      .join('\n      ');
  const matchSet = (options: readonly Option[] = [], max: number): string =>
    `<qti-simple-match-set>${options
      .map(
        (o) =>
          `<qti-simple-associable-choice identifier="${escape(o.id)}" match-max="${max}">${escape(o.text)}</qti-simple-associable-choice>`,
      )
      .join('')}</qti-simple-match-set>`;
  switch (body.interaction) {
    case 'choice':
      return `    <qti-choice-interaction response-identifier="RESPONSE" shuffle="${shuffle}" max-choices="1">\n      ${prompt}\n      ${simple(part.choices)}\n    </qti-choice-interaction>`;
    case 'multiple':
      return `    <qti-choice-interaction response-identifier="RESPONSE" shuffle="${shuffle}" max-choices="0">\n      ${prompt}\n      ${simple(part.choices)}\n    </qti-choice-interaction>`;
    case 'order':
      return `    <qti-order-interaction response-identifier="RESPONSE" shuffle="${shuffle}">\n      ${prompt}\n      ${simple(part.choices)}\n    </qti-order-interaction>`;
    case 'match': {
      const pairs = part.left?.length ?? 0;
      return `    <qti-match-interaction response-identifier="RESPONSE" shuffle="${shuffle}" max-associations="${pairs}">\n      ${prompt}\n      ${matchSet(part.left, 1)}\n      ${matchSet(part.right, 0)}\n    </qti-match-interaction>`;
    }
    case 'numeric': {
      const unit = body.key.number?.unit;
      const after = unit == null ? '' : ` ${escape(unit)}`;
      return `    <div>${paragraphs(part.prompt)}</div>\n    <p><qti-text-entry-interaction response-identifier="RESPONSE" expected-length="12"/>${after}</p>`;
    }
    case 'text':
      return `    <div>${paragraphs(part.prompt)}</div>\n    <p><qti-text-entry-interaction response-identifier="RESPONSE" expected-length="40"/></p>`;
  }
}

function responseProcessing(body: ItemBody): string {
  const score = maxScoreOf(body);
  const when = (condition: string): string =>
    `  <qti-response-processing>
    <qti-response-condition>
      <qti-response-if>
        ${condition}
        <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">${score}</qti-base-value></qti-set-outcome-value>
      </qti-response-if>
    </qti-response-condition>
  </qti-response-processing>`;
  const given = '<qti-variable identifier="RESPONSE"/>';
  const right = '<qti-correct identifier="RESPONSE"/>';
  if (body.interaction === 'text') {
    return `  <qti-response-processing>
    <qti-set-outcome-value identifier="SCORE"><qti-map-response identifier="RESPONSE"/></qti-set-outcome-value>
  </qti-response-processing>`;
  }
  if (body.interaction === 'numeric') {
    const tolerance = body.key.number?.tolerance ?? 0;
    return when(
      `<qti-equal tolerance-mode="absolute" tolerance="${tolerance} ${tolerance}">${given}${right}</qti-equal>`,
    );
  }
  return when(`<qti-match>${given}${right}</qti-match>`);
}

const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escape(paragraph.trim())}</p>`)
    .join('');

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
