// Interactions in which pairs are made: associate, match, gap match.
import type { AssociableChoice } from '../model/content.ts';
import { flag, readFields, whole, withDefault, writeFields } from '../read/fields.ts';
import type { Reading } from '../read/reading.ts';
import { globals, tag } from '../write/xml.ts';
import type { XmlElement } from '../xml/element.ts';
import { remember } from '../xml/source.ts';
import {
  isPresent,
  prompt,
  readAssociable,
  readGapChoice,
  writeChoice,
  writeGapChoice,
} from './choices.ts';
import {
  childrenByName,
  distinct,
  promptOf,
  responseField,
  setApart,
  type Form,
  type WriteContent,
} from './form.ts';

const fields = {
  ...responseField,
  shuffle: withDefault('shuffle', flag, false),
  minAssociations: withDefault('min-associations', whole, 0),
  maxAssociations: withDefault('max-associations', whole, 1),
};

const readAll = (reading: Reading, elements: readonly XmlElement[]): AssociableChoice[] =>
  elements.map((element) => readAssociable(reading, element)).filter(isPresent);

export const associate: Form<'associate'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, fields);
    const children = childrenByName(reading, element, [
      'qti-prompt',
      'qti-simple-associable-choice',
    ]);
    const asked = promptOf(reading, children);
    const choices = distinct(
      reading,
      element,
      readAll(reading, children.get('qti-simple-associable-choice') ?? []),
    );
    if (choices.length === 0) {
      reading.source.problem(
        element,
        'missing-element',
        'no choices',
        'qti-simple-associable-choice',
      );
    }
    if (!read) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'associate', ...values, attributes, prompt: asked, choices },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-associate-interaction',
      { ...writeFields(fields, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
      ...it.choices.map((one) => writeChoice('qti-simple-associable-choice', one, content)),
    ),
};

export const match: Form<'match'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, fields);
    const children = childrenByName(reading, element, ['qti-prompt', 'qti-simple-match-set']);
    const asked = promptOf(reading, children);
    const sets = (children.get('qti-simple-match-set') ?? []).map((set) =>
      readAll(
        reading,
        childrenByName(reading, set, ['qti-simple-associable-choice']).get(
          'qti-simple-associable-choice',
        ) ?? [],
      ),
    );
    const [left, right, more] = sets;
    if (left === undefined || right === undefined || more !== undefined) {
      reading.source.problem(
        element,
        'missing-element',
        `${sets.length} sets`,
        'two qti-simple-match-set',
      );
      return undefined;
    }
    distinct(reading, element, [...left, ...right]);
    if (!read) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'match', ...values, attributes, prompt: asked, sets: [left, right] },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-match-interaction',
      { ...writeFields(fields, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
      ...it.sets.map((set) => writeSet(set, content)),
    ),
};

const writeSet = (set: readonly AssociableChoice[], content: WriteContent): string =>
  tag(
    'qti-simple-match-set',
    {},
    ...set.map((one) => writeChoice('qti-simple-associable-choice', one, content)),
  );

export const gapMatch: Form<'gap-match'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, fields);
    const { children, rest } = setApart(element, ['qti-prompt', 'qti-gap-text', 'qti-gap-img']);
    const asked = promptOf(reading, children);
    const gaps = element.children.filter(
      (child) =>
        typeof child !== 'string' &&
        (child.name === 'qti-gap-text' || child.name === 'qti-gap-img'),
    ) as XmlElement[];
    const choices = gaps.map((child) => readGapChoice(reading, child)).filter(isPresent);
    if (gaps.length === 0)
      reading.source.problem(
        element,
        'missing-element',
        'no choices',
        'qti-gap-text or qti-gap-img',
      );
    distinct(reading, element, choices);
    const content = reading.content(rest);
    if (!read) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'gap-match', ...values, attributes, prompt: asked, choices, content },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-gap-match-interaction',
      { ...writeFields(fields, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
      ...it.choices.map((one) => writeGapChoice(one, content)),
      content(it.content),
    ),
};
