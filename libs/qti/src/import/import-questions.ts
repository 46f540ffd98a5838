import type { Item } from '../model/item.ts';
import { parseItem } from '../read/read-item.ts';
import type { Problem, Warning } from '../problem.ts';
import { readAiken } from './read-aiken.ts';
import { readCsv } from './read-csv.ts';
import { readGift } from './read-gift.ts';
import { readMoodleXml } from './read-moodle-xml.ts';
import type { Question, ReadQuestion } from './question.ts';
import { questionXml } from './question-xml.ts';

export const importFormats = ['gift', 'moodle-xml', 'aiken', 'csv'] as const;
/**
 * Moodle's GIFT, XML and Aiken formats as its documentation has them; CSV by this library's own columns.
 */
export type ImportFormat = (typeof importFormats)[number];

/** In the order of the file. */
export interface Imported {
  readonly items: readonly Item[];
  /** One for each question that could not be read; the others are there all the same. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

const readers: Readonly<Record<ImportFormat, (text: string) => readonly ReadQuestion[]>> = {
  gift: readGift,
  'moodle-xml': readMoodleXml,
  aiken: readAiken,
  csv: readCsv,
};

// Threat: a file made to exhaust memory.
const MAX_LENGTH = 20_000_000;

/**
 * Reads questions of a simpler format into items. Each has an identifier made of the file's name and its
 * number from 1; a question that cannot be read is a problem with its line, and costs nothing but itself.
 * `language` becomes the items' xml:lang. A file of more than 20,000,000 characters or without a question
 * is one problem. Throws nothing.
 */
export function importQuestions(
  format: ImportFormat,
  text: string,
  file: string,
  language?: string,
): Imported {
  const items: Item[] = [];
  const problems: Problem[] = [];
  const warnings: Warning[] = [];
  const place = (line: number, number: number) => ({
    file,
    line,
    column: 1,
    path: `question ${number}`,
  });
  if (text.length > MAX_LENGTH) {
    const message = `longer than ${MAX_LENGTH} characters`;
    return { items, warnings, problems: [{ ...place(1, 1), code: 'too-large', message }] };
  }
  const base = nameOf(file);
  const all = readers[format](text.replace(/^\ufeff/u, ''));
  if (all.length === 0) {
    const message = 'there is no question in the file';
    return {
      items,
      warnings,
      problems: [{ ...place(1, 1), code: 'unreadable-question', message }],
    };
  }
  for (const [i, read] of all.entries()) {
    const number = i + 1;
    if (!read.ok) {
      const { line, why: message, expected } = read;
      const problem = { ...place(line, number), code: 'unreadable-question' as const, message };
      problems.push(expected === undefined ? problem : { ...problem, expected });
      continue;
    }
    const { question } = read;
    const at = place(question.line, number);
    for (const note of question.notes)
      warnings.push({ ...at, code: 'content-removed', message: note });
    const parsed = parseItem(questionXml(question, `${base}-${number}`, language), file);
    for (const warning of parsed.warnings) warnings.push({ ...warning, ...at });
    if (parsed.ok) items.push(parsed.item);
    else
      problems.push({
        ...at,
        code: 'unreadable-question',
        message: whyOf(question, parsed.problems),
      });
  }
  return { items, problems, warnings };
}

const whyOf = ({ kind }: Question, problems: readonly Problem[]): string =>
  `the ${kind} question makes no item: ${problems.map(({ message }) => message).join('; ')}`;

/** bank/Бонк 1.gift -> Бонк_1; always an identifier. */
function nameOf(file: string): string {
  const name = (file.split(/[/\\]/u).at(-1) ?? '').replace(/\.[^.]*$/u, '');
  const safe = name.replace(/[^\p{L}\p{N}_-]+/gu, '_').replace(/^[^\p{L}_]+/u, '');
  return safe === '' ? 'question' : safe;
}
