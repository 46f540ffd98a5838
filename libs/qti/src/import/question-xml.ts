// A question as a QTI 3.0 item: written as a document, so that it is read and checked like any other.
import { writeScalar } from '../model/lexical.ts';
import { escapeText, tag } from '../write/xml.ts';
import { QTI3_NAMESPACE } from '../xml/names.ts';
import type {
  Accepted,
  ChoiceQuestion,
  EssayQuestion,
  MatchQuestion,
  NumberQuestion,
  OrderQuestion,
  Question,
  TextQuestion,
  Xhtml,
} from './question.ts';
import { numberText, setScore } from './score-rule.ts';
import { textRules } from './text-rules.ts';
import { isBlock } from './to-xhtml.ts';

interface Parts {
  readonly declaration: string;
  readonly body: string;
  readonly processing: string;
  /** Attributes of SCORE. */
  readonly score?: Readonly<Record<string, string>>;
}

export function questionXml(question: Question, identifier: string, language?: string): string {
  const { declaration, body, processing, score = {} } = partsOf(question);
  const attributes = {
    xmlns: QTI3_NAMESPACE,
    identifier,
    title: question.title || identifier,
    'xml:lang': language,
    adaptive: 'false',
    'time-dependent': 'false',
  };
  return tag(
    'qti-assessment-item',
    attributes,
    declaration,
    tag('qti-outcome-declaration', {
      identifier: 'SCORE',
      cardinality: 'single',
      'base-type': 'float',
      ...score,
    }),
    tag('qti-item-body', {}, body),
    processing,
  );
}

function partsOf(question: Question): Parts {
  switch (question.kind) {
    case 'choice':
      return choiceParts(question);
    case 'text':
      return textParts(question);
    case 'number':
      return numberParts(question);
    case 'match':
      return matchParts(question);
    case 'order':
      return orderParts(question);
    case 'essay':
      return essayParts(question);
  }
}

const flow = (text: Xhtml): string =>
  text === '' ? '' : tag(isBlock(text) ? 'div' : 'p', {}, text);

const declare = (cardinality: string, baseType: string, ...inside: readonly string[]): string =>
  tag(
    'qti-response-declaration',
    { identifier: 'RESPONSE', cardinality, 'base-type': baseType },
    ...inside,
  );

const correct = (values: readonly string[]): string =>
  values.length === 0
    ? ''
    : tag(
        'qti-correct-response',
        {},
        ...values.map((value) => tag('qti-value', {}, escapeText(value))),
      );

const template = (name: string): string =>
  tag('qti-response-processing', {
    template: `https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/${name}.xml`,
  });

interface Entry {
  readonly key: string;
  readonly value: number;
}

/** The points of each key; never below nothing, nor above all. */
const mapping = (entries: readonly Entry[], points: number): string =>
  tag(
    'qti-mapping',
    { 'lower-bound': '0', 'upper-bound': numberText(points), 'default-value': '0' },
    ...entries.map(({ key, value }) =>
      tag('qti-map-entry', { 'map-key': key, 'mapped-value': numberText(value) }),
    ),
  );

// One that is right for one point needs no mapping.
const isPlain = ({ multiple, options, points }: ChoiceQuestion): boolean =>
  points === 1 &&
  options.every(({ fraction }) => fraction === 0 || (!multiple && fraction === 1)) &&
  options.filter(({ fraction }) => fraction === 1).length === 1;

const answer = tag('qti-variable', { identifier: 'RESPONSE' });
const isRight = tag('qti-match', {}, answer, tag('qti-correct', { identifier: 'RESPONSE' }));
const isMissing = tag('qti-is-null', {}, answer);

/** As map_response, but what is wholly right has all the points: six sixths are less than 1 in binary. */
const mapped = (points: number): string =>
  tag(
    'qti-response-processing',
    {},
    tag(
      'qti-response-condition',
      {},
      tag('qti-response-if', {}, isMissing, setScore(0)),
      tag('qti-response-else-if', {}, isRight, setScore(points)),
      tag(
        'qti-response-else',
        {},
        tag(
          'qti-set-outcome-value',
          { identifier: 'SCORE' },
          tag('qti-map-response', { identifier: 'RESPONSE' }),
        ),
      ),
    ),
  );

/** Fractions are written with five places: 33.33333 three times is meant to be all. */
const addUp = (fractions: readonly number[]): boolean =>
  Math.abs(fractions.reduce((a, b) => a + b, 0) - 1) < 1e-4;

function choiceParts(question: ChoiceQuestion): Parts {
  const { options, multiple, shuffle, points, text } = question;
  const keys = options.map((option, i) => ({ ...option, key: `choice_${i + 1}` }));
  const best = Math.max(...options.map(({ fraction }) => fraction));
  const right = keys.filter(({ fraction }) => (multiple ? fraction > 0 : fraction === best));
  const plain = isPlain(question);
  const worth = keys.map(({ key, fraction }) => ({ key, value: fraction * points }));
  const choices = keys.map(({ key, text: words }) =>
    tag('qti-simple-choice', { identifier: key }, words),
  );
  const attributes = {
    'response-identifier': 'RESPONSE',
    'max-choices': multiple ? '0' : '1',
    shuffle: String(shuffle),
  };
  return {
    declaration: declare(
      multiple ? 'multiple' : 'single',
      'identifier',
      correct((multiple ? right : right.slice(0, 1)).map(({ key }) => key)),
      plain ? '' : mapping(worth, points),
    ),
    body: flow(text) + tag('qti-choice-interaction', attributes, ...choices),
    processing: plain
      ? template('match_correct')
      : multiple && addUp(right.map(({ fraction }) => fraction))
        ? mapped(points)
        : template('map_response'),
  };
}

const field = (before: Xhtml, after: Xhtml): string => {
  const entry = tag('qti-text-entry-interaction', { 'response-identifier': 'RESPONSE' });
  // A field in the middle of a sentence stays there.
  if (after !== '' && !isBlock(before) && !isBlock(after))
    return tag('p', {}, `${before} ${entry} ${after}`);
  return `${flow(before)}${tag('p', {}, entry)}${flow(after)}`;
};

function textParts({ answers, caseSensitive, points, text, after }: TextQuestion): Parts {
  const plain = answers.find(({ text: words, fraction }) => fraction === 1 && !words.includes('*'));
  return {
    declaration: declare(
      'single',
      'string',
      correct(plain ? [plain.text.replaceAll('\\*', '*')] : []),
    ),
    body: field(text, after),
    processing: tag('qti-response-processing', {}, textRules(answers, caseSensitive, points)),
    score: { 'normal-maximum': numberText(points) },
  };
}

function numberParts({ answers, points, text, after }: NumberQuestion): Parts {
  const best = answers.find(({ fraction, accepted }) => fraction === 1 && accepted !== 'any');
  const branches = answers.map(({ accepted, fraction }, i) =>
    tag(
      i === 0 ? 'qti-response-if' : 'qti-response-else-if',
      {},
      accepts(accepted),
      setScore(fraction * points),
    ),
  );
  return {
    declaration: declare(
      'single',
      'float',
      correct(best ? [numberText(keyOf(best.accepted))] : []),
    ),
    body: field(text, after),
    processing: tag('qti-response-processing', {}, tag('qti-response-condition', {}, ...branches)),
    score: { 'normal-maximum': numberText(points) },
  };
}

const float = (value: number): string =>
  tag('qti-base-value', { 'base-type': 'float' }, writeScalar(value));

const keyOf = (accepted: Accepted): number => {
  if (accepted === 'any') return 0;
  return 'value' in accepted ? accepted.value : accepted.from;
};

function accepts(accepted: Accepted): string {
  if (accepted === 'any') return tag('qti-not', {}, tag('qti-is-null', {}, answer));
  if ('from' in accepted) {
    return tag(
      'qti-and',
      {},
      tag('qti-gte', {}, answer, float(accepted.from)),
      tag('qti-lte', {}, answer, float(accepted.to)),
    );
  }
  const { value, tolerance } = accepted;
  const attributes = { 'tolerance-mode': 'absolute', tolerance: writeScalar(tolerance) };
  return tag('qti-equal', attributes, float(value), answer);
}

function matchParts({ pairs, distractors, shuffle, points, text }: MatchQuestion): Parts {
  // The same words on the right are one target.
  const targets = [...new Set([...pairs.map(({ target }) => target), ...distractors])];
  const targetKey = (target: Xhtml): string => `target_${targets.indexOf(target) + 1}`;
  const right = pairs.map(({ target }, i) => `source_${i + 1} ${targetKey(target)}`);
  const associable = (identifier: string, most: string, words: Xhtml): string =>
    tag('qti-simple-associable-choice', { identifier, 'match-max': most }, words);
  return {
    declaration: declare(
      'multiple',
      'directedPair',
      correct(right),
      mapping(
        right.map((key) => ({ key, value: points / pairs.length })),
        points,
      ),
    ),
    body:
      flow(text) +
      tag(
        'qti-match-interaction',
        {
          'response-identifier': 'RESPONSE',
          'max-associations': String(pairs.length),
          shuffle: String(shuffle),
        },
        tag(
          'qti-simple-match-set',
          {},
          ...pairs.map(({ source }, i) => associable(`source_${i + 1}`, '1', source)),
        ),
        tag(
          'qti-simple-match-set',
          {},
          ...targets.map((target) => associable(targetKey(target), '0', target)),
        ),
      ),
    processing: mapped(points),
    score: { 'normal-maximum': numberText(points) },
  };
}

function orderParts({ entries, points, text }: OrderQuestion): Parts {
  const keys = entries.map((words, i) => ({ words, key: `entry_${i + 1}` }));
  const branch = tag('qti-response-if', {}, isRight, setScore(points));
  return {
    declaration: declare('ordered', 'identifier', correct(keys.map(({ key }) => key))),
    body:
      flow(text) +
      tag(
        'qti-order-interaction',
        { 'response-identifier': 'RESPONSE', shuffle: 'true' },
        ...keys.map(({ key, words }) => tag('qti-simple-choice', { identifier: key }, words)),
      ),
    processing:
      points === 1
        ? template('match_correct')
        : tag('qti-response-processing', {}, tag('qti-response-condition', {}, branch)),
  };
}

function essayParts({ lines, points, text }: EssayQuestion): Parts {
  return {
    declaration: declare('single', 'string'),
    body:
      flow(text) +
      tag('qti-extended-text-interaction', {
        'response-identifier': 'RESPONSE',
        ...(lines === undefined ? {} : { 'expected-lines': String(lines) }),
      }),
    processing: '',
    score: { 'external-scored': 'human', 'normal-maximum': numberText(points) },
  };
}
