// A table with a header: question, type, correct, points, tolerance, title, and the choices A, B, C and so on.
import { typedNumber } from '../model/plain.ts';
import { parseCsv, type CsvRecord } from './parse-csv.ts';
import { unreadable, type Question, type ReadQuestion } from './question.ts';
import { plainXhtml } from './to-xhtml.ts';

const types = ['choice', 'multiple', 'truefalse', 'text', 'number', 'order', 'essay'] as const;
const columns = ['question', 'type', 'correct', 'points', 'tolerance', 'title'];

interface Row {
  readonly line: number;
  /** Undefined where the column is missing or the cell empty. */
  readonly cell: (name: string) => string | undefined;
  readonly choices: readonly { readonly letter: string; readonly text: string }[];
}

export function readCsv(text: string): ReadQuestion[] {
  const [header, ...records] = parseCsv(text);
  if (!header) return [unreadable(1, 'the file is empty', columns.join(', '))];
  const names = header.cells.map((cell) => cell.trim().toLowerCase());
  if (!names.includes('question'))
    return [unreadable(header.line, 'there is no column question', columns.join(', '))];
  return records.map((record) => readRow(record, names));
}

function readRow({ line, cells, open }: CsvRecord, names: readonly string[]): ReadQuestion {
  if (open)
    return unreadable(line, 'a quotation mark is never closed', '"" for the character itself');
  if (cells.length > names.length)
    return unreadable(line, `${cells.length} cells`, `${names.length}, as the header has`);
  const cell = (name: string): string | undefined =>
    cells[names.indexOf(name)]?.trim() || undefined;
  const choices = names.flatMap((name) => {
    const text = /^[a-z]$/u.test(name) ? cell(name) : undefined;
    return text === undefined ? [] : [{ letter: name.toUpperCase(), text }];
  });
  const row: Row = { line, cell, choices };
  const question = cell('question');
  if (question === undefined) return unreadable(line, 'the question is empty', 'a question');
  const points = typedNumber(cell('points') ?? '1');
  if (points === null || points <= 0)
    return unreadable(line, `${cell('points')} points`, 'a number above 0');
  const type = cell('type')?.toLowerCase() ?? (choices.length > 0 ? 'choice' : 'text');
  const common = {
    line,
    title: cell('title') ?? question.slice(0, 80),
    text: plainXhtml(question),
    points,
    notes: [],
  };
  const own = readType(type, row);
  if (typeof own === 'string') return unreadable(line, own, types.join(', '));
  return { ok: true, question: { ...common, ...own } as Question };
}

type Own = Partial<Question> & { readonly kind: Question['kind'] };

/** What is of the type alone, or why it cannot be read. */
function readType(type: string, row: Row): Own | string {
  const correct = row.cell('correct');
  if (type === 'essay') return { kind: 'essay' };
  if (correct === undefined) return 'the column correct is empty';
  switch (type) {
    case 'choice':
    case 'multiple':
    case 'order':
      return readLetters(type, row, correct);
    case 'truefalse': {
      const truth = /^(true|t|1|yes|false|f|0|no)$/iu.exec(correct)?.[1]?.toLowerCase();
      if (truth === undefined) return `${correct} is neither true nor false`;
      const isTrue = ['true', 't', '1', 'yes'].includes(truth);
      const options = [
        { text: 'True', fraction: isTrue ? 1 : 0 },
        { text: 'False', fraction: isTrue ? 0 : 1 },
      ];
      return { kind: 'choice', multiple: false, shuffle: false, options };
    }
    case 'text': {
      const answers = correct
        .split('|')
        .map((text) => ({ text: literal(text.trim()), fraction: 1 }));
      return { kind: 'text', caseSensitive: false, after: '', answers };
    }
    case 'number': {
      const [value, tolerance] = [typedNumber(correct), typedNumber(row.cell('tolerance') ?? '0')];
      if (value === null) return `${correct} is no number`;
      if (tolerance === null || tolerance < 0) return `${row.cell('tolerance')} is no tolerance`;
      const accepted = { value, tolerance };
      return { kind: 'number', after: '', answers: [{ accepted, fraction: 1 }] };
    }
    default:
      return `there is no type ${type}`;
  }
}

/** In a table * is a character like any other. */
const literal = (text: string): string => text.replaceAll('*', '\\*');

function readLetters(
  type: 'choice' | 'multiple' | 'order',
  { choices }: Row,
  correct: string,
): Own | string {
  const letters = correct
    .split(/[\s,;|]+/u)
    .filter(Boolean)
    .map((letter) => letter.toUpperCase());
  const unknown = letters.find((letter) => !choices.some((choice) => choice.letter === letter));
  if (choices.length < 2) return `${choices.length} choices`;
  if (unknown !== undefined) return `the answer is ${unknown}, which is no choice`;
  if (new Set(letters).size < letters.length) return 'a letter is there twice';
  if (type === 'order') {
    if (letters.length !== choices.length) return 'the order does not name every choice';
    const byLetter = new Map(choices.map(({ letter, text }) => [letter, plainXhtml(text)]));
    return { kind: 'order', entries: letters.map((letter) => byLetter.get(letter) ?? '') };
  }
  if (type === 'choice' && letters.length !== 1) return 'a choice has one answer';
  return {
    kind: 'choice',
    multiple: type === 'multiple',
    shuffle: true,
    options: choices.map(({ letter, text }) => ({
      text: plainXhtml(text),
      fraction: letters.includes(letter) ? 1 / letters.length : 0,
    })),
  };
}
