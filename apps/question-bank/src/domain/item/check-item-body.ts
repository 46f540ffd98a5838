// What a form must satisfy before an item can be made of it. Every fault at once, each with its field.
import {
  languagesOf,
  type Interaction,
  type ItemBody,
  type LanguagePart,
  type Option,
} from './item-body.ts';

export interface BodyFault {
  readonly field: string;
  readonly message: string;
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_.-]{0,31}$/;

export function checkItemBody(body: ItemBody): BodyFault[] {
  const languages = languagesOf(body);
  if (languages.length === 0)
    return [{ field: 'languages', message: 'at least one language is needed' }];
  const parts = languages.map((language) => [language, body.languages[language]] as const);
  const faults = parts.flatMap(([language, part]) =>
    part ? checkPart(body.interaction, part, `languages.${language}`) : [],
  );
  const [first] = parts;
  if (first?.[1]) {
    const master = idsOf(first[1]);
    for (const [language, part] of parts.slice(1)) {
      if (part && idsOf(part) !== master) {
        faults.push({
          field: `languages.${language}`,
          message: `its options differ from those in ${first[0]}: the same ids in the same order are needed`,
        });
      }
    }
    faults.push(...checkKey(body, first[1]));
  }
  return faults;
}

function checkPart(interaction: Interaction, part: LanguagePart, at: string): BodyFault[] {
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
      needs('choices', 3);
      refuses('left', 'right', 'accepted');
      break;
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
    if (ids.has(option.id))
      faults.push({ field: `${at}.${index}.id`, message: 'twice the same id' });
    if (texts.has(text))
      faults.push({ field: `${at}.${index}.text`, message: 'twice the same words' });
    ids.add(option.id);
    texts.add(text);
  });
  return faults;
}

const idsOf = (part: LanguagePart): string =>
  JSON.stringify(
    [part.choices, part.left, part.right].map((list) => list?.map((o) => o.id) ?? null),
  );

function checkKey(body: ItemBody, part: LanguagePart): BodyFault[] {
  const { key } = body;
  const ids = (part.choices ?? []).map((option) => option.id);
  const unknown = (list: readonly string[]): string[] => list.filter((id) => !ids.includes(id));
  const fault = (field: string, message: string): BodyFault[] => [
    { field: `key.${field}`, message },
  ];
  switch (body.interaction) {
    case 'choice':
      return key.choice !== undefined && ids.includes(key.choice)
        ? []
        : fault('choice', 'the id of the right option is needed');
    case 'multiple': {
      const chosen = key.choices ?? [];
      if (
        chosen.length === 0 ||
        chosen.length === ids.length ||
        new Set(chosen).size !== chosen.length
      ) {
        return fault('choices', 'some options must be right and some wrong');
      }
      return unknown(chosen).length === 0
        ? []
        : fault('choices', `no such option: ${unknown(chosen).join(', ')}`);
    }
    case 'order': {
      const order = key.order ?? [];
      return order.length === ids.length &&
        new Set(order).size === ids.length &&
        unknown(order).length === 0
        ? []
        : fault('order', 'every option once, in the right order');
    }
    case 'match': {
      const pairs = key.pairs ?? [];
      const left = (part.left ?? []).map((option) => option.id);
      const right = (part.right ?? []).map((option) => option.id);
      const wrong = pairs.filter(([l, r]) => !left.includes(l) || !right.includes(r));
      const all = left.every((id) => pairs.filter(([l]) => l === id).length === 1);
      return wrong.length === 0 && all
        ? []
        : fault('pairs', 'each left option once, with a right option');
    }
    case 'numeric':
      return key.number !== undefined && key.number.tolerance >= 0
        ? []
        : fault('number', 'a value and a tolerance of 0 or more are needed');
    case 'text':
      return [];
  }
}
