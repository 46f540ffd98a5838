// Interactions in which choices are picked or put in order: choice, order, inline choice, hottext.
import { flag, optional, readFields, whole, withDefault, writeFields } from '../read/fields.ts';
import { globals, tag } from '../write/xml.ts';
import { remember } from '../xml/source.ts';
import { isPresent, prompt, readChoice, writeChoice } from './choices.ts';
import {
  childrenByName,
  distinct,
  orientationField,
  promptOf,
  responseField,
  setApart,
  type Form,
} from './form.ts';

const choiceFields = {
  ...responseField,
  shuffle: withDefault('shuffle', flag, false),
  minChoices: withDefault('min-choices', whole, 0),
  maxChoices: withDefault('max-choices', whole, 1),
  ...orientationField,
};

export const choice: Form<'choice'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, choiceFields);
    const children = childrenByName(reading, element, ['qti-prompt', 'qti-simple-choice']);
    const asked = promptOf(reading, children);
    const found = (children.get('qti-simple-choice') ?? []).map((child) =>
      readChoice(reading, child),
    );
    if (found.length === 0)
      reading.source.problem(element, 'missing-element', 'no choices', 'qti-simple-choice');
    if (!read) return undefined;
    const choices = distinct(reading, element, found.filter(isPresent));
    const { values, attributes } = read;
    return remember(
      { kind: 'choice', ...values, attributes, prompt: asked, choices },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-choice-interaction',
      { ...writeFields(choiceFields, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
      ...it.choices.map((one) => writeChoice('qti-simple-choice', one, content)),
    ),
};

const orderFields = {
  ...responseField,
  shuffle: withDefault('shuffle', flag, false),
  minChoices: optional('min-choices', whole),
  maxChoices: optional('max-choices', whole),
  ...orientationField,
};

export const order: Form<'order'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, orderFields);
    const children = childrenByName(reading, element, ['qti-prompt', 'qti-simple-choice']);
    const asked = promptOf(reading, children);
    const found = (children.get('qti-simple-choice') ?? []).map((child) =>
      readChoice(reading, child),
    );
    if (found.length === 0)
      reading.source.problem(element, 'missing-element', 'no choices', 'qti-simple-choice');
    if (!read) return undefined;
    const choices = distinct(reading, element, found.filter(isPresent));
    const { values, attributes } = read;
    return remember(
      { kind: 'order', ...values, attributes, prompt: asked, choices },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-order-interaction',
      { ...writeFields(orderFields, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
      ...it.choices.map((one) => writeChoice('qti-simple-choice', one, content)),
    ),
};

const inlineFields = {
  ...responseField,
  shuffle: withDefault('shuffle', flag, false),
  required: withDefault('required', flag, false),
  minChoices: optional('min-choices', whole),
};

export const inlineChoice: Form<'inline-choice'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, inlineFields);
    // 2.2 writes the label without a prefix, as XHTML does its own.
    const children = childrenByName(reading, element, ['qti-label', 'label', 'qti-inline-choice']);
    const labels = children.get('qti-label') ?? children.get('label') ?? [];
    const label = labels.flatMap((child) => reading.content(child));
    const found = (children.get('qti-inline-choice') ?? []).map((child) =>
      readChoice(reading, child),
    );
    if (found.length === 0)
      reading.source.problem(element, 'missing-element', 'no choices', 'qti-inline-choice');
    if (!read) return undefined;
    const choices = distinct(reading, element, found.filter(isPresent));
    const named = label.length === 0 ? {} : { label };
    const { values, attributes } = read;
    return remember(
      { kind: 'inline-choice', ...values, attributes, ...named, choices },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-inline-choice-interaction',
      { ...writeFields(inlineFields, it), ...globals(it.attributes) },
      it.label === undefined ? '' : tag('qti-label', {}, content(it.label)),
      ...it.choices.map((one) => writeChoice('qti-inline-choice', one, content)),
    ),
};

const hottextFields = {
  ...responseField,
  minChoices: withDefault('min-choices', whole, 0),
  maxChoices: withDefault('max-choices', whole, 1),
};

export const hottext: Form<'hottext'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, hottextFields);
    const { children, rest } = setApart(element, ['qti-prompt']);
    const asked = promptOf(reading, children);
    const content = reading.content(rest);
    if (!read) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'hottext', ...values, attributes, prompt: asked, content },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-hottext-interaction',
      { ...writeFields(hottextFields, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
      content(it.content),
    ),
};
