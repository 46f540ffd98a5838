// Moodle XML (Moodle documentation, "Moodle XML format"; question/format/xml of Moodle).
import type { XmlElement } from '../xml/element.ts';
import { elementsOf, textOf } from '../xml/element.ts';
import { readXml } from '../xml/read-xml.ts';
import { Source } from '../xml/source.ts';
import { typedNumber } from '../model/plain.ts';
import { unreadable, type Question, type ReadQuestion, type Xhtml } from './question.ts';
import { plainXhtml, toXhtml, wordsOf } from './to-xhtml.ts';

interface Piece {
  readonly xml: string;
  readonly line: number;
}

// Each question is read by itself: one that is not well formed does not take the others with it.
const MARKS = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<question[\s>]|<\/question\s*>/gu;

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start: number | undefined;
  let counted = 0;
  let line = 1;
  const push = (from: number, to: number): void => {
    line += text.slice(counted, from).split('\n').length - 1;
    counted = from;
    pieces.push({ xml: text.slice(from, to), line });
  };
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (mark.startsWith('<!')) continue;
    if (mark.startsWith('</')) {
      if (start !== undefined) push(start, index + mark.length);
      start = undefined;
    } else {
      if (start !== undefined) push(start, index);
      start = index;
    }
  }
  if (start !== undefined) push(start, text.length);
  return pieces;
}

export function readMoodleXml(text: string): ReadQuestion[] {
  if (!/<quiz[\s>]/u.test(text)) return [unreadable(1, 'this is no Moodle XML', '<quiz>')];
  return piecesOf(text).flatMap((piece) => readPiece(piece) ?? []);
}

function readPiece({ xml, line }: Piece): ReadQuestion | undefined {
  const source = new Source('', xml);
  const root = readXml(xml, source);
  const [problem] = source.problems;
  if (!root) {
    const at = line + (problem?.line ?? 1) - 1;
    return unreadable(at, problem?.message ?? 'nothing was read', 'well-formed XML');
  }
  const type = root.attributes['type'] ?? '';
  // A category is no question, but the name of a folder.
  if (type === 'category') return undefined;
  return new MoodleQuestion(root, line).read(type);
}

const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => child.sourceName === name);
const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  childrenOf(element, name)[0];

class MoodleQuestion {
  readonly #root: XmlElement;
  readonly #line: number;
  readonly #notes: string[] = [];

  constructor(root: XmlElement, line: number) {
    this.#root = root;
    this.#line = line;
  }

  read(type: string): ReadQuestion {
    const own = this.#own(type);
    if (typeof own === 'string') return unreadable(this.#line, own);
    const points = typedNumber(this.#value('defaultgrade') ?? '1') ?? 1;
    if (points <= 0) return unreadable(this.#line, `a default grade of ${points}`, 'above 0');
    const text = this.#html(childOf(this.#root, 'questiontext'));
    if (text === '') return unreadable(this.#line, 'the question text is empty', 'questiontext');
    if (hasFeedback(this.#root)) this.#notes.push('feedback was left out');
    const name = childOf(this.#root, 'name');
    const title = (name ? textOf(name).trim() : '') || wordsOf(text).slice(0, 80);
    const common = { line: this.#line, title, text, points, notes: this.#notes };
    return { ok: true, question: { ...common, ...own } as Question };
  }

  #value(name: string): string | undefined {
    const element = childOf(this.#root, name);
    return element && textOf(element).trim();
  }

  #flag(name: string): boolean {
    return ['true', '1'].includes(this.#value(name) ?? '');
  }

  /** An element with <text> inside, in its format, its pictures put in. */
  #html(element: XmlElement | undefined): Xhtml {
    const text = element && childOf(element, 'text');
    if (!element || !text) return '';
    const format = element.attributes['format'] ?? 'html';
    if (format === 'plain_text' || format === 'markdown') return plainXhtml(textOf(text));
    let html = textOf(text);
    for (const file of childrenOf(element, 'file')) {
      const name = file.attributes['name'] ?? '';
      const kind = /\.(png|jpe?g|gif|webp|svg)$/iu.exec(name)?.[1]?.toLowerCase();
      if (kind === undefined || file.attributes['encoding'] !== 'base64') {
        this.#notes.push(`the file ${name} was left out`);
        continue;
      }
      const media = kind === 'jpg' ? 'jpeg' : kind === 'svg' ? 'svg+xml' : kind;
      const data = `data:image/${media};base64,${textOf(file).replace(/\s+/gu, '')}`;
      for (const address of [name, encodeURIComponent(name)])
        html = html.replaceAll(`@@PLUGINFILE@@/${address}`, data);
    }
    return toXhtml(html, this.#notes);
  }

  #answers(): { readonly element: XmlElement; readonly text: string; readonly fraction: number }[] {
    return childrenOf(this.#root, 'answer').map((element) => {
      const text = childOf(element, 'text');
      return {
        element,
        text: text ? textOf(text).trim() : '',
        fraction: (typedNumber(element.attributes['fraction'] ?? '0') ?? Number.NaN) / 100,
      };
    });
  }

  #own(type: string): (Partial<Question> & { kind: Question['kind'] }) | string {
    const answers = this.#answers();
    if (answers.some(({ fraction }) => Number.isNaN(fraction))) return 'an answer has no fraction';
    const right = answers.some(({ fraction }) => fraction > 0);
    switch (type) {
      case 'multichoice':
      case 'truefalse': {
        if (answers.length < 2) return `${answers.length} answers`;
        if (!right) return 'no answer is right';
        const single = type === 'truefalse' || this.#value('single') !== 'false';
        return {
          kind: 'choice',
          multiple: !single,
          shuffle: type === 'multichoice' && this.#flag('shuffleanswers'),
          options: answers.map(({ element, text, fraction }) => ({
            text: type === 'truefalse' ? truthOf(text) : this.#html(element),
            fraction,
          })),
        };
      }
      case 'shortanswer':
        if (!right) return 'no answer is right';
        return { kind: 'text', caseSensitive: this.#flag('usecase'), after: '', answers };
      case 'numerical':
        return this.#numerical(answers);
      case 'matching':
        return this.#matching();
      case 'ordering': {
        const entries = answers.map(({ element }) => this.#html(element));
        return entries.length < 2 ? `${entries.length} entries` : { kind: 'order', entries };
      }
      case 'essay': {
        const lines = typedNumber(this.#value('responsefieldlines') ?? '');
        return lines === null ? { kind: 'essay' } : { kind: 'essay', lines };
      }
      default:
        return `a question of type ${type || '(none)'} is not read`;
    }
  }

  #numerical(
    answers: readonly { element: XmlElement; text: string; fraction: number }[],
  ): (Partial<Question> & { kind: 'number' }) | string {
    const read = answers.map(({ element, text, fraction }) => {
      const tolerance = childOf(element, 'tolerance');
      const value = typedNumber(text);
      const allowed = typedNumber((tolerance ? textOf(tolerance) : '') || '0');
      if (text === '*') return { accepted: 'any' as const, fraction };
      if (value === null || allowed === null || allowed < 0) return text;
      return { accepted: { value, tolerance: allowed }, fraction };
    });
    const broken = read.find((one) => typeof one === 'string');
    if (broken !== undefined) return `${String(broken)} is no number`;
    if (!answers.some(({ fraction }) => fraction > 0)) return 'no answer is right';
    if (childOf(this.#root, 'units')) this.#notes.push('units were left out');
    return { kind: 'number', after: '', answers: read.filter((one) => typeof one !== 'string') };
  }

  #matching(): (Partial<Question> & { kind: 'match' }) | string {
    const pairs: { source: Xhtml; target: Xhtml }[] = [];
    const distractors: Xhtml[] = [];
    for (const sub of childrenOf(this.#root, 'subquestion')) {
      const answer = childOf(sub, 'answer');
      const target = plainXhtml(answer ? textOf(answer) : '');
      const source = this.#html(sub);
      if (target === '') return 'a pair has no answer';
      if (source === '') distractors.push(target);
      else pairs.push({ source, target });
    }
    if (pairs.length < 2) return `${pairs.length} pairs`;
    return { kind: 'match', shuffle: this.#flag('shuffleanswers'), pairs, distractors };
  }
}

const truthOf = (text: string): Xhtml => (/^true$/iu.test(text) ? 'True' : 'False');

function hasFeedback(root: XmlElement): boolean {
  return elementsOf(root).some(
    (child) =>
      (child.sourceName.endsWith('feedback') && textOf(child).trim() !== '') || hasFeedback(child),
  );
}
