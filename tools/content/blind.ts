// The blind check of items: a sheet for somebody who answers from the sources without having seen a
// key, and the comparison of what he answered with the keys.
//   node tools/content/blind.ts sheet [--bank ev3-1] [--language en] [--seed 1]
//   node tools/content/blind.ts compare answers.jsonl
// An answer is a line {"item": "ev3-1-01", "answer": ...}: an id; for several right options and for an
// order a list of ids; for pairs a list of [left, right]; a number; or a text.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  LANGUAGES,
  type ItemBody,
  type Language,
  type Option,
} from '../../apps/question-bank/src/domain/item/item-body.ts';
import { bankOf, readItemFiles, type ItemFile } from './items.ts';

export interface SheetLine {
  readonly item: string;
  readonly language: Language;
  readonly interaction: string;
  readonly prompt: string;
  readonly options?: readonly Option[];
  readonly left?: readonly Option[];
  readonly right?: readonly Option[];
}

export interface Answer {
  readonly item: string;
  readonly answer: unknown;
}

/** Only what is named here goes onto the sheet, so that no field added to an item later can leak. */
export function sheetLine({ name, body }: ItemFile, language: Language, seed: string): SheetLine {
  const part = body.languages[language];
  if (part === undefined) throw new RangeError(`${name} has no ${language}`);
  const mixed = (options: readonly Option[]): Option[] =>
    options
      .map(({ id, text }) => ({ id, text }))
      .map((option) => [rank(`${seed} ${name} ${option.id}`), option] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, option]) => option);
  return {
    item: name,
    language,
    interaction: body.interaction,
    prompt: part.prompt,
    ...(part.choices && { options: mixed(part.choices) }),
    ...(part.left && { left: mixed(part.left) }),
    ...(part.right && { right: mixed(part.right) }),
  };
}

const rank = (text: string): string => createHash('sha256').update(text).digest('hex');

export function agrees({ key, interaction, languages }: ItemBody, answer: unknown): boolean {
  const set = (list: readonly unknown[] = []): string =>
    JSON.stringify(list.map((one) => JSON.stringify(one)).toSorted());
  switch (interaction) {
    case 'choice':
      return answer === key.choice;
    case 'multiple':
      return Array.isArray(answer) && set(answer) === set(key.choices);
    case 'order':
      return Array.isArray(answer) && JSON.stringify(answer) === JSON.stringify(key.order);
    case 'match':
      return Array.isArray(answer) && set(answer) === set(key.pairs);
    case 'numeric': {
      const { value, tolerance } = key.number ?? { value: Number.NaN, tolerance: 0 };
      return typeof answer === 'number' && Math.abs(answer - value) <= tolerance;
    }
    case 'text':
      return (
        typeof answer === 'string' &&
        LANGUAGES.flatMap((language) => languages[language]?.accepted ?? []).some(
          (text) => text.toLocaleLowerCase() === answer.trim().toLocaleLowerCase(),
        )
      );
  }
}

export interface Agreement {
  readonly bank: string;
  readonly items: number;
  readonly answered: number;
  readonly agreed: number;
  /** Agreed of answered, in per cent with one decimal. */
  readonly percent: number;
  readonly disagreed: readonly string[];
  readonly unanswered: readonly string[];
}

export function compare(files: readonly ItemFile[], answers: readonly Answer[]): Agreement[] {
  const given = new Map(answers.map(({ item, answer }) => [item, answer]));
  const unknown = answers.filter(({ item }) => !files.some(({ name }) => name === item));
  if (unknown.length > 0) throw new Error(`no such item: ${unknown.map((a) => a.item).join(', ')}`);
  return [...new Set(files.map(bankOf))].map((bank) => {
    const items = files.filter((file) => bankOf(file) === bank);
    const answered = items.filter(({ name }) => given.has(name));
    const disagreed = answered.filter(({ name, body }) => !agrees(body, given.get(name)));
    const agreed = answered.length - disagreed.length;
    return {
      bank,
      items: items.length,
      answered: answered.length,
      agreed,
      percent: answered.length === 0 ? 0 : Math.round((agreed / answered.length) * 1000) / 10,
      disagreed: disagreed.map(({ name }) => name),
      unanswered: items.filter(({ name }) => !given.has(name)).map(({ name }) => name),
    };
  });
}

if (process.argv[1] === import.meta.filename) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      bank: { type: 'string' },
      language: { type: 'string', default: 'en' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [verb, path] = positionals;
  const files = readItemFiles().filter(
    (file) => values.bank === undefined || bankOf(file) === values.bank,
  );
  const language = LANGUAGES.find((one) => one === values.language);
  if (verb === 'sheet' && language !== undefined) {
    for (const file of files) console.log(JSON.stringify(sheetLine(file, language, values.seed)));
  } else if (verb === 'compare' && path !== undefined) {
    const answers = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Answer);
    for (const agreement of compare(files, answers)) console.log(JSON.stringify(agreement));
  } else {
    console.error(
      'node tools/content/blind.ts sheet [--bank ev3-1] [--language en|ru|tg] [--seed 1] | compare answers.jsonl',
    );
    process.exitCode = 2;
  }
}
