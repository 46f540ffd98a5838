// Checks content/items: what the question bank would refuse, and what it cannot see in one item.
// Run it with the project's Node: `node tools/content/check-items.ts`.
import { checkItemBody } from '../../apps/question-bank/src/domain/item/check-item-body.ts';
import {
  LANGUAGES,
  type Language,
  type LanguagePart,
} from '../../apps/question-bank/src/domain/item/item-body.ts';
import { cuesOf, isEven, LARGEST_LONGEST_SHARE } from './cues.ts';
import { bankOf, readItemFiles, type ItemFile } from './items.ts';

export interface Finding {
  readonly where: string;
  readonly message: string;
}

/** Options that stand for other options: they test the reading of the list, not the subject. */
const BANNED: Readonly<Record<Language, RegExp>> = {
  en: /\b(all|none|any|both|neither|some) of (the|these|those)\b|\bthe above\b|\b[ABCD] and [ABCD]\b/iu,
  ru: /вс[её] (выше|ниже)?перечисленн|вс[её] (из )?(указанн|названн|сказанн)|ничего из|ни од(ин|на|но) из|оба варианта|вс[её] варианты/iu,
  tg: /болозикр|дар боло|дар поён|ҳамаи (инҳо|онҳо|вариантҳо|ҷавобҳо)(?!\p{L})|ҳеҷ (яке|кадом|яки)|ҳарду вариант/iu,
};

/** Letters that only stand in for Tajik ones in texts made with old fonts, and Latin look-alikes. */
const NOT_TAJIK = /[ќњљїўџґєѓі]|[a-z](?=[а-яёғӣқӯҳҷ])|[а-яёғӣқӯҳҷ](?=[a-z])/iu;

export function checkItems(files: readonly ItemFile[]): Finding[] {
  return [...files.flatMap(checkFile), ...duplicates(files), ...banks(files).flatMap(checkBank)];
}

function checkFile(file: ItemFile): Finding[] {
  const { name, body } = file;
  const findings: Finding[] = checkItemBody(body).map(({ field, message }) => ({
    where: `${name} ${field}`,
    message,
  }));
  const say = (where: string, message: string): void => {
    findings.push({ where: `${name} ${where}`, message });
  };
  if (!new RegExp(`^${bankOf(file)}-\\d{2}$`).test(name))
    say('name', `the file should be ${bankOf(file)}-NN.json`);
  if (body.source.document.trim() === '' || body.source.clause.trim() === '')
    say('source', 'a document and a clause are needed');
  for (const language of LANGUAGES) {
    const part = body.languages[language];
    if (part === undefined) say(`languages.${language}`, 'missing');
    else
      checkWords(language, part).forEach((message) => {
        say(`languages.${language}`, message);
      });
  }
  const listed = Object.values(body.languages)[0]?.choices?.map(({ id }) => id);
  if (body.interaction === 'order' && body.key.order?.join() === listed?.join())
    say('key.order', 'the options are listed in the right order already');
  return findings;
}

function checkWords(language: Language, part: LanguagePart): string[] {
  const options = [...(part.choices ?? []), ...(part.left ?? []), ...(part.right ?? [])];
  const messages = options
    .filter(({ text }) => BANNED[language].test(text))
    .map(({ text }) => `an option about the other options: "${text}"`);
  if (part.prompt.trim() === '') messages.push('no prompt');
  if (part.rationale.trim() === '') messages.push('no rationale');
  if (language === 'tg') {
    if (part.machineDrafted !== true) messages.push('"machineDrafted" has to be true');
    const words = [part.prompt, part.rationale, ...options.map(({ text }) => text)].join('\n');
    const strange = NOT_TAJIK.exec(words);
    if (strange)
      messages.push(`not a Tajik letter, at "${words.slice(strange.index, strange.index + 12)}"`);
  }
  return messages;
}

function duplicates(files: readonly ItemFile[]): Finding[] {
  return LANGUAGES.flatMap((language) => {
    const seen = new Map<string, string>();
    return files.flatMap(({ name, body }) => {
      const prompt = body.languages[language]?.prompt
        .toLocaleLowerCase()
        .replace(/\s+/g, ' ')
        .trim();
      if (prompt === undefined) return [];
      const other = seen.get(prompt);
      seen.set(prompt, name);
      return other === undefined
        ? []
        : [{ where: `${name} languages.${language}.prompt`, message: `the same as in ${other}` }];
    });
  });
}

export const banks = (files: readonly ItemFile[]): (readonly [string, readonly ItemFile[]])[] =>
  [...new Set(files.map(bankOf))].map((bank) => [bank, files.filter((f) => bankOf(f) === bank)]);

function checkBank([bank, files]: readonly [string, readonly ItemFile[]]): Finding[] {
  const { positions, choices, longest } = cuesOf(files.map(({ body }) => body));
  const findings: Finding[] = [];
  if (!isEven(positions))
    findings.push({ where: bank, message: `keys by position: ${positions.join(', ')}` });
  for (const language of LANGUAGES) {
    if (longest[language] > choices * LARGEST_LONGEST_SHARE)
      findings.push({
        where: `${bank} ${language}`,
        message: `the key is the longest option in ${longest[language]} of ${choices} choices`,
      });
  }
  return findings;
}

if (process.argv[1] === import.meta.filename) {
  const files = readItemFiles();
  for (const [bank, items] of banks(files)) {
    const { positions, choices, longest } = cuesOf(items.map(({ body }) => body));
    console.log(
      `${bank}: ${items.length} items, ${choices} choices, keys by position ${positions.join('/')}, longest option en ${longest.en}, ru ${longest.ru}, tg ${longest.tg}`,
    );
  }
  const findings = checkItems(files);
  for (const { where, message } of findings) console.error(`${where}: ${message}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
