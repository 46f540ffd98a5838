import { typedNumber } from '../model/plain.ts';
import {
  unreadable,
  type Accepted,
  type NumberQuestion,
  type ReadQuestion,
  type Xhtml,
} from './question.ts';
import { unescape, type GiftQuestion } from './gift-text.ts';

interface GiftAnswer {
  readonly right: boolean;
  /** 1 = all points. */
  readonly fraction: number;
  readonly text: string;
}

const TRUTH = /^(TRUE|FALSE|T|F)$/iu;

export function readGiftAnswers(given: string, question: GiftQuestion): ReadQuestion {
  const { line, notes } = question;
  // "####" begins the feedback for the whole question.
  const [body = '', ...general] = given.split('####');
  if (general.length > 0) notes.push('feedback was left out');
  const answers = body.trim();
  if (answers === '') return essay(question);
  const [truth = '', ...said] = answers.split('#');
  if (TRUTH.test(truth.trim())) {
    if (said.length > 0) notes.push('feedback was left out');
    return trueOrFalse(question, /^T/iu.test(truth.trim()));
  }
  if (answers.startsWith('#')) return readNumeric(answers.slice(1), question);
  const parts = splitAnswers(answers, notes);
  if (parts === undefined)
    return unreadable(line, 'an answer begins with neither = nor ~', '= or ~ before each answer');
  const broken = parts.find(({ fraction, text }) => Number.isNaN(fraction) || text.trim() === '');
  if (broken) return unreadable(line, 'an answer is empty or has no number in its %', '%50%text');
  if (parts.every(({ right }) => right)) {
    if (parts.some(({ text }) => text.includes('->'))) return matching(parts, question);
    return shortAnswer(parts, question);
  }
  return choice(parts, question);
}

/** Undefined where something stands before the first = or ~. */
function splitAnswers(text: string, notes: string[]): GiftAnswer[] | undefined {
  if (!/^[=~]/u.test(text)) return undefined;
  return text.split(/(?=[=~])/u).map((part) => {
    const right = part.startsWith('=');
    const [own = '', ...feedback] = part.slice(1).split('#');
    if (feedback.length > 0 && !notes.includes('feedback was left out'))
      notes.push('feedback was left out');
    const [, percent, rest] = /^\s*%([^%]*)%([\s\S]*)$/u.exec(own) ?? [];
    const fraction =
      percent === undefined ? (right ? 1 : 0) : (typedNumber(percent) ?? Number.NaN) / 100;
    return { right, fraction, text: rest ?? own };
  });
}

const common = ({ line, title, before, after, notes }: GiftQuestion) => ({
  line,
  title,
  // With a choice the gap in the sentence is a line.
  text: after === '' ? before : `${before} _____ ${after}`,
  points: 1,
  notes,
});

const essay = (question: GiftQuestion): ReadQuestion => ({
  ok: true,
  question: { ...common(question), kind: 'essay' },
});

const trueOrFalse = (question: GiftQuestion, isTrue: boolean): ReadQuestion => ({
  ok: true,
  question: {
    ...common(question),
    kind: 'choice',
    multiple: false,
    shuffle: false,
    options: [
      { text: 'True', fraction: isTrue ? 1 : 0 },
      { text: 'False', fraction: isTrue ? 0 : 1 },
    ],
  },
});

function choice(parts: readonly GiftAnswer[], question: GiftQuestion): ReadQuestion {
  // Several answers are wanted where none is marked as the right one.
  const multiple = !parts.some(({ right }) => right);
  if (!parts.some(({ fraction }) => fraction > 0))
    return unreadable(question.line, 'no answer is right', '= before the right answer');
  const options = parts.map(({ text, fraction }) => ({ text: question.words(text), fraction }));
  return {
    ok: true,
    question: { ...common(question), kind: 'choice', multiple, shuffle: true, options },
  };
}

const shortAnswer = (parts: readonly GiftAnswer[], question: GiftQuestion): ReadQuestion => ({
  ok: true,
  question: {
    ...common(question),
    kind: 'text',
    text: question.before,
    after: question.after,
    caseSensitive: false,
    answers: parts.map(({ text, fraction }) => ({ text: unescape(text).trim(), fraction })),
  },
});

function matching(parts: readonly GiftAnswer[], question: GiftQuestion): ReadQuestion {
  const pairs: { source: Xhtml; target: Xhtml }[] = [];
  const distractors: Xhtml[] = [];
  for (const { text } of parts) {
    const [source, target, more] = text.split('->');
    if (source === undefined || target === undefined || more !== undefined)
      return unreadable(question.line, 'a pair has not two sides', '=source -> target');
    if (target.trim() === '')
      return unreadable(question.line, 'a pair has no target', '=source -> target');
    if (source.trim() === '') distractors.push(question.words(target));
    else pairs.push({ source: question.words(source), target: question.words(target) });
  }
  if (pairs.length < 2)
    return unreadable(question.line, `${pairs.length} pairs`, 'two pairs or more');
  return {
    ok: true,
    question: { ...common(question), kind: 'match', shuffle: true, pairs, distractors },
  };
}

function readNumeric(given: string, question: GiftQuestion): ReadQuestion {
  const { line, notes } = question;
  const text = given.trim();
  const parts = /^[=~]/u.test(text)
    ? splitAnswers(text, notes)
    : [{ right: true, fraction: 1, text: text.split('#')[0] ?? '' }];
  if (!/^[=~]/u.test(text) && text.includes('#')) notes.push('feedback was left out');
  const answers: NumberQuestion['answers'][number][] = [];
  for (const { text: one, fraction, right } of parts ?? []) {
    // "~" alone only carries feedback for all other answers.
    if (!right && one.trim() === '') continue;
    const accepted = readAccepted(unescape(one));
    if (accepted === undefined || Number.isNaN(fraction))
      return unreadable(line, `${one.trim()} is no number`, '3.14:0.05 or 3..4');
    answers.push({ accepted, fraction });
  }
  if (answers.length === 0) return unreadable(line, 'there is no number', '#3.14:0.05');
  return {
    ok: true,
    question: {
      ...common(question),
      kind: 'number',
      text: question.before,
      after: question.after,
      answers,
    },
  };
}

/** 3.14, 3.14:0.05, 3..4. */
function readAccepted(text: string): Accepted | undefined {
  const [low, high, more] = text.split('..').map(typedNumber);
  if (high !== undefined) {
    if (low === null || low === undefined || high === null || more !== undefined) return undefined;
    return low <= high ? { from: low, to: high } : undefined;
  }
  const [value, tolerance = 0, rest] = text.split(':').map(typedNumber);
  if (value === null || value === undefined || tolerance === null || rest !== undefined)
    return undefined;
  return tolerance < 0 ? undefined : { value, tolerance };
}
