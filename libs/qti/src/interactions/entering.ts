// Interactions in which text or a number is entered: text entry, extended text, slider.
import {
  flag,
  identifier,
  number,
  oneOf,
  optional,
  readFields,
  required,
  text,
  whole,
  withDefault,
  writeFields,
} from '../read/fields.ts';
import { textFormats } from '../model/content.ts';
import { globals, tag } from '../write/xml.ts';
import { remember } from '../xml/source.ts';
import { prompt } from './choices.ts';
import { childrenByName, orientationField, promptOf, responseField, type Form } from './form.ts';

const input = {
  ...responseField,
  base: withDefault('base', whole, 10),
  stringIdentifier: optional('string-identifier', identifier),
  expectedLength: optional('expected-length', whole),
  patternMask: optional('pattern-mask', text),
  placeholderText: optional('placeholder-text', text),
};
const entryFields = { ...input, format: optional('format', text) };

export const textEntry: Form<'text-entry'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, entryFields);
    childrenByName(reading, element, []);
    if (!read) return undefined;
    return remember(
      { kind: 'text-entry', ...read.values, attributes: read.attributes },
      reading.source,
      element,
    );
  },
  write: (it) =>
    tag('qti-text-entry-interaction', {
      ...writeFields(entryFields, it),
      ...globals(it.attributes),
    }),
};

const extendedFields = {
  ...input,
  format: withDefault('format', oneOf(textFormats), 'plain'),
  minStrings: withDefault('min-strings', whole, 0),
  maxStrings: optional('max-strings', whole),
  expectedLines: optional('expected-lines', whole),
};

export const extendedText: Form<'extended-text'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, extendedFields);
    const asked = promptOf(reading, childrenByName(reading, element, ['qti-prompt']));
    if (!read) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'extended-text', ...values, attributes, prompt: asked },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-extended-text-interaction',
      { ...writeFields(extendedFields, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
    ),
};

const sliderFields = {
  ...responseField,
  lowerBound: required('lower-bound', number),
  upperBound: required('upper-bound', number),
  step: optional('step', number),
  stepLabel: withDefault('step-label', flag, false),
  ...orientationField,
  reverse: withDefault('reverse', flag, false),
};

export const slider: Form<'slider'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, sliderFields);
    const asked = promptOf(reading, childrenByName(reading, element, ['qti-prompt']));
    if (!read) return undefined;
    const { values, attributes } = read;
    if (values.lowerBound > values.upperBound) {
      reading.source.problem(element, 'wrong-value', 'the lower bound is above the upper bound');
    }
    return remember(
      { kind: 'slider', ...values, attributes, prompt: asked },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-slider-interaction',
      { ...writeFields(sliderFields, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
    ),
};
