// The words of an item in one language: what its interaction needs, and nothing else.
import type { BodyFault, Interaction, LanguagePart, Option } from './item-body.ts';

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_.-]{0,31}$/;
/** XML 1.0 §2.2, Char: an item is kept as an XML document. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

export function checkPart(interaction: Interaction, part: LanguagePart, at: string): BodyFault[] {
  const faults: BodyFault[] = [];
  const needs = (name: 'choices' | 'left' | 'right' | 'accepted', least: number): void => {
    if ((part[name] ?? []).length < least) {
      faults.push({ field: `${at}.${name}`, message: `at least ${least} needed` });
    }
  };
  const refuses = (...names: ('choices' | 'left' | 'right' | 'accepted')[]): void => {
    for (const name of names) {
      if (part[name] !== undefined)
        faults.push({ field: `${at}.${name}`, message: `not used by "${interaction}"` });
    }
  };
  switch (interaction) {
    case 'choice':
    case 'multiple':
    case 'order':
      needs('choices', 3);
      refuses('left', 'right', 'accepted');
      break;
    case 'match':
      needs('left', 2);
      needs('right', 2);
      refuses('choices', 'accepted');
      break;
    case 'numeric':
      refuses('choices', 'left', 'right', 'accepted');
      break;
    case 'text':
      needs('accepted', 1);
      refuses('choices', 'left', 'right');
      break;
  }
  faults.push(...checkWords(part.prompt, `${at}.prompt`));
  faults.push(...checkWords(part.rationale, `${at}.rationale`));
  (part.accepted ?? []).forEach((words, index) =>
    faults.push(...checkWords(words, `${at}.accepted.${index}`)),
  );
  for (const name of ['choices', 'left', 'right'] as const) {
    faults.push(...checkOptions(part[name] ?? [], `${at}.${name}`));
  }
  return faults;
}

function checkOptions(options: readonly Option[], at: string): BodyFault[] {
  const faults: BodyFault[] = [];
  const ids = new Set<string>();
  const texts = new Set<string>();
  options.forEach((option, index) => {
    const text = option.text.trim().toLocaleLowerCase();
    if (!IDENTIFIER.test(option.id)) {
      faults.push({
        field: `${at}.${index}.id`,
        message: 'a letter, then letters, digits, ".", "_" or "-"',
      });
    }
    faults.push(...checkWords(option.text, `${at}.${index}.text`));
    if (ids.has(option.id))
      faults.push({ field: `${at}.${index}.id`, message: 'twice the same id' });
    if (texts.has(text))
      faults.push({ field: `${at}.${index}.text`, message: 'twice the same words' });
    ids.add(option.id);
    texts.add(text);
  });
  return faults;
}

function checkWords(text: string, field: string): BodyFault[] {
  if (text.trim() === '') return [{ field, message: 'some words are needed' }];
  return NOT_IN_XML.test(text) ? [{ field, message: 'holds a character that no text has' }] : [];
}
