import type {
  AssociableChoice,
  AssociableHotspot,
  Choice,
  ContentNode,
  GapChoice,
  Hotspot,
  Visibility,
} from '../model/content.ts';
import { shapes } from '../model/declaration.ts';
import {
  coords,
  flag,
  identifier,
  identifiers,
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
import type { Reading } from '../read/reading.ts';
import { globals, tag } from '../write/xml.ts';
import { elementsOf, type XmlElement } from '../xml/element.ts';
import { remember } from '../xml/source.ts';
import type { WriteContent } from './form.ts';

export const visibilityFields = {
  templateIdentifier: optional('template-identifier', identifier),
  showHide: withDefault('show-hide', oneOf(['show', 'hide']), 'show'),
};
const choiceFields = {
  identifier: required('identifier', identifier),
  fixed: withDefault('fixed', flag, false),
  ...visibilityFields,
};
const matchFields = {
  matchMax: required('match-max', whole),
  matchMin: withDefault('match-min', whole, 0),
  matchGroup: optional('match-group', identifiers),
};
const associableFields = { ...choiceFields, ...matchFields };
const gapFields = {
  ...associableFields,
  objectLabel: optional('object-label', text),
  top: optional('top', number),
  left: optional('left', number),
};
const hotspotFields = {
  identifier: required('identifier', identifier),
  shape: required('shape', oneOf(shapes)),
  coords: withDefault('coords', coords, []),
  label: optional('hotspot-label', text),
  ...visibilityFields,
};
const associableHotspotFields = { ...hotspotFields, ...matchFields };

/** `showHide` without a template variable says nothing and is dropped. */
export function visibility(values: {
  templateIdentifier?: string | undefined;
  showHide: 'show' | 'hide';
}): { visibility?: Visibility } {
  const { templateIdentifier: template, showHide } = values;
  return template === undefined ? {} : { visibility: { template, showHide } };
}

export const writeVisibility = (given: Visibility | undefined): Record<string, string> =>
  given === undefined ? {} : { 'template-identifier': given.template, 'show-hide': given.showHide };

export function readChoice(reading: Reading, element: XmlElement): Choice | undefined {
  const read = readFields(reading.source, element, choiceFields);
  if (!read) return undefined;
  const { templateIdentifier, showHide, ...values } = read.values;
  const shown = visibility({ templateIdentifier, showHide });
  const content = reading.content(element);
  return remember(
    { ...values, ...shown, attributes: read.attributes, content },
    reading.source,
    element,
  );
}

export function readAssociable(
  reading: Reading,
  element: XmlElement,
): AssociableChoice | undefined {
  const read = readFields(reading.source, element, associableFields);
  if (!read) return undefined;
  const { templateIdentifier, showHide, ...values } = read.values;
  const shown = visibility({ templateIdentifier, showHide });
  const content = reading.content(element);
  return remember(
    { ...values, ...shown, attributes: read.attributes, content },
    reading.source,
    element,
  );
}

export function readGapChoice(reading: Reading, element: XmlElement): GapChoice | undefined {
  const read = readFields(reading.source, element, gapFields);
  if (!read) return undefined;
  const { templateIdentifier, showHide, ...values } = read.values;
  const display = element.name === 'qti-gap-img' ? 'image' : 'text';
  if (display === 'image' && elementsOf(element).length === 0) {
    reading.source.problem(
      element,
      'missing-element',
      'a gap image without its picture',
      'img or object',
    );
  }
  const shown = visibility({ templateIdentifier, showHide });
  const content = reading.content(element);
  return remember(
    { ...values, display, ...shown, attributes: read.attributes, content },
    reading.source,
    element,
  );
}

export function readHotspot(reading: Reading, element: XmlElement): Hotspot | undefined {
  const read = readFields(reading.source, element, hotspotFields);
  if (!read) return undefined;
  const { templateIdentifier, showHide, ...values } = read.values;
  const shown = visibility({ templateIdentifier, showHide });
  return remember({ ...values, ...shown, attributes: read.attributes }, reading.source, element);
}

export function readAssociableHotspot(
  reading: Reading,
  element: XmlElement,
): AssociableHotspot | undefined {
  const read = readFields(reading.source, element, associableHotspotFields);
  if (!read) return undefined;
  const { templateIdentifier, showHide, ...values } = read.values;
  const shown = visibility({ templateIdentifier, showHide });
  return remember({ ...values, ...shown, attributes: read.attributes }, reading.source, element);
}

export function writeChoice(name: string, choice: Choice, content: WriteContent): string {
  const fields =
    'display' in choice ? gapFields : 'matchMax' in choice ? associableFields : choiceFields;
  return tag(
    name,
    {
      ...writeFields(fields, { ...choice }),
      ...writeVisibility(choice.visibility),
      ...globals(choice.attributes),
    },
    content(choice.content),
  );
}

export const writeGapChoice = (choice: GapChoice, content: WriteContent): string =>
  writeChoice(choice.display === 'image' ? 'qti-gap-img' : 'qti-gap-text', choice, content);

export function writeHotspot(name: string, hotspot: Hotspot): string {
  const fields = 'matchMax' in hotspot ? associableHotspotFields : hotspotFields;
  const { coords: at, ...rest } = writeFields(fields, { ...hotspot });
  return tag(name, {
    ...rest,
    coords: at ?? '',
    ...writeVisibility(hotspot.visibility),
    ...globals(hotspot.attributes),
  });
}

export const isPresent = <T>(value: T | undefined): value is T => value !== undefined;

export const prompt = (nodes: readonly ContentNode[], content: WriteContent): string =>
  nodes.length === 0 ? '' : tag('qti-prompt', {}, content(nodes));
