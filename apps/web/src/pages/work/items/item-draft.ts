// What the author's form holds. An option is one thing in all languages; its words differ, its id does not.

import type { Demand, Interaction, ItemBody, LanguagePart, Option } from '../../../api/items.ts';
import { languages, type Language } from '../../../i18n/languages.ts';

export type OptionList = 'choices' | 'left' | 'right';

export interface Words {
  prompt: string;
  rationale: string;
  /** By the id of the option. */
  options: Record<string, string>;
  /** One accepted answer a line. */
  accepted: string;
  machineDrafted: boolean;
}

export interface ItemDraft {
  competencyCode: string;
  level: number;
  cognitiveDemand: Demand;
  interaction: Interaction;
  source: { document: string; clause: string; url: string };
  ids: Record<OptionList, string[]>;
  words: Record<Language, Words>;
  /** The right ones; of `choice` one. */
  right: string[];
  /** For each left option the right one that belongs to it. */
  pairs: Record<string, string>;
  number: { value: string; tolerance: string; unit: string };
  shuffle: boolean;
  maxScore: string;
}

const prefixes: Record<OptionList, string> = { choices: '', left: 'L', right: 'R' };
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const noWords = (): Words => ({
  prompt: '',
  rationale: '',
  options: {},
  accepted: '',
  machineDrafted: false,
});

export function emptyDraft(competencyCode: string): ItemDraft {
  return {
    competencyCode,
    level: 1,
    cognitiveDemand: 'understand',
    interaction: 'choice',
    source: { document: '', clause: '', url: '' },
    ids: { choices: ['A', 'B', 'C', 'D'], left: ['L1', 'L2', 'L3'], right: ['R1', 'R2', 'R3'] },
    words: { en: noWords(), ru: noWords(), tg: noWords() },
    right: [],
    pairs: {},
    number: { value: '', tolerance: '0', unit: '' },
    shuffle: true,
    maxScore: '1',
  };
}

/** An id that the list does not have: the next letter, or the next number after a letter. */
export function freeId(list: OptionList, taken: readonly string[]): string {
  for (let at = 0; ; at += 1) {
    const id = list === 'choices' ? (letters[at] ?? `A${at}`) : `${prefixes[list]}${at + 1}`;
    if (!taken.includes(id)) return id;
  }
}

export function withOption(draft: ItemDraft, list: OptionList): ItemDraft {
  const before = draft.ids[list];
  return { ...draft, ids: { ...draft.ids, [list]: [...before, freeId(list, before)] } };
}

/** The option leaves every language and the key. */
export function withoutOption(draft: ItemDraft, list: OptionList, id: string): ItemDraft {
  const words = Object.fromEntries(
    languages.map((language) => {
      const { [id]: _, ...options } = draft.words[language].options;
      return [language, { ...draft.words[language], options }];
    }),
  ) as Record<Language, Words>;
  return {
    ...draft,
    ids: { ...draft.ids, [list]: draft.ids[list].filter((each) => each !== id) },
    words,
    right: draft.right.filter((each) => each !== id),
    pairs: Object.fromEntries(
      Object.entries(draft.pairs).filter(([left, right]) => left !== id && right !== id),
    ),
  };
}

export function moved(draft: ItemDraft, list: OptionList, from: number, to: number): ItemDraft {
  const ids = [...draft.ids[list]];
  const [id] = ids.splice(from, 1);
  if (id === undefined || to < 0 || to > ids.length) return draft;
  ids.splice(to, 0, id);
  return { ...draft, ids: { ...draft.ids, [list]: ids } };
}

export function draftOf(body: ItemBody): ItemDraft {
  const draft = emptyDraft(body.competencyCode);
  const first = languages.map((language) => body.languages[language]).find(Boolean);
  const idsOf = (list: OptionList) => first?.[list]?.map(({ id }) => id) ?? draft.ids[list];
  const ids = { choices: idsOf('choices'), left: idsOf('left'), right: idsOf('right') };
  const { key } = body;
  return {
    ...draft,
    level: body.level,
    cognitiveDemand: body.cognitiveDemand,
    interaction: body.interaction,
    source: { url: '', ...body.source },
    // The listed order is the right one; what was stored may differ.
    ids: key.order ? { ...ids, choices: key.order } : ids,
    words: Object.fromEntries(
      languages.map((language) => [language, wordsOf(body.languages[language])]),
    ) as Record<Language, Words>,
    right: key.choice === undefined ? (key.choices ?? []) : [key.choice],
    pairs: Object.fromEntries(key.pairs ?? []),
    number: key.number
      ? {
          value: String(key.number.value),
          tolerance: String(key.number.tolerance),
          unit: key.number.unit ?? '',
        }
      : draft.number,
    shuffle: body.shuffle ?? true,
    maxScore: String(body.maxScore ?? 1),
  };
}

function wordsOf(part: LanguagePart | undefined): Words {
  if (part === undefined) return noWords();
  const options = [...(part.choices ?? []), ...(part.left ?? []), ...(part.right ?? [])];
  return {
    prompt: part.prompt,
    rationale: part.rationale,
    options: Object.fromEntries(options.map(({ id, text }) => [id, text])),
    accepted: (part.accepted ?? []).join('\n'),
    machineDrafted: part.machineDrafted ?? false,
  };
}

export const listsOf = (interaction: Interaction): OptionList[] =>
  interaction === 'match'
    ? ['left', 'right']
    : interaction === 'numeric' || interaction === 'text'
      ? []
      : ['choices'];

/** A language of which nothing is written is left out. */
export const isWritten = ({ prompt, rationale, options, accepted }: Words): boolean =>
  [prompt, rationale, accepted, ...Object.values(options)].some((text) => text.trim() !== '');

const numberOf = (text: string): number => Number(text.trim().replace(',', '.'));

/** What is sent: only what the kind of question uses. */
export function bodyOf(draft: ItemDraft): ItemBody {
  const { interaction, ids, source } = draft;
  const lists = listsOf(interaction);
  const part = (words: Words): LanguagePart => ({
    prompt: words.prompt.trim(),
    rationale: words.rationale.trim(),
    ...Object.fromEntries(
      lists.map((list): [OptionList, Option[]] => [
        list,
        ids[list].map((id) => ({ id, text: (words.options[id] ?? '').trim() })),
      ]),
    ),
    ...(interaction === 'text'
      ? {
          accepted: words.accepted
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        }
      : {}),
    ...(words.machineDrafted ? { machineDrafted: true } : {}),
  });
  const written = languages.filter((language) => isWritten(draft.words[language]));
  return {
    competencyCode: draft.competencyCode,
    level: draft.level,
    cognitiveDemand: draft.cognitiveDemand,
    interaction,
    source: {
      document: source.document.trim(),
      clause: source.clause.trim(),
      ...(source.url.trim() === '' ? {} : { url: source.url.trim() }),
    },
    languages: Object.fromEntries(
      written.map((language) => [language, part(draft.words[language])]),
    ),
    key: keyOf(draft),
    // The listed order of an ordering task is its key: it is never shown as it stands.
    ...(lists.length > 0 ? { shuffle: interaction === 'order' || draft.shuffle } : {}),
    maxScore: numberOf(draft.maxScore),
  };
}

function keyOf(draft: ItemDraft): ItemBody['key'] {
  const { right, ids, pairs, number } = draft;
  switch (draft.interaction) {
    case 'choice':
      return right[0] === undefined ? {} : { choice: right[0] };
    case 'multiple':
      return { choices: ids.choices.filter((id) => right.includes(id)) };
    case 'order':
      return { order: ids.choices };
    case 'match':
      return {
        pairs: ids.left.flatMap((left): [string, string][] => {
          const to = pairs[left];
          return to === undefined ? [] : [[left, to]];
        }),
      };
    case 'numeric':
      return number.value.trim() === ''
        ? {}
        : {
            number: {
              value: numberOf(number.value),
              tolerance: numberOf(number.tolerance === '' ? '0' : number.tolerance),
              ...(number.unit.trim() === '' ? {} : { unit: number.unit.trim() }),
            },
          };
    case 'text':
      return {};
  }
}
