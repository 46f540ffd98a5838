import type { Material, ModalFeedback, StimulusReference, Stylesheet } from '../model/item.ts';
import { isSafeUrl } from '../content/safe-url.ts';
import { elementsOf, textOf, type XmlElement } from '../xml/element.ts';
import type { Source } from '../xml/source.ts';
import {
  identifier,
  oneOf,
  optional,
  readFields,
  required,
  text,
  uri,
  withDefault,
} from './fields.ts';
import { bodyOf } from './read-body.ts';
import type { Reading } from './reading.ts';

export const modalFields = {
  outcome: required('outcome-identifier', identifier),
  identifier: required('identifier', identifier),
  showHide: withDefault('show-hide', oneOf(['show', 'hide']), 'show'),
  title: optional('title', text),
};
export const stimulusFields = {
  identifier: required('identifier', text),
  href: required('href', uri),
  title: optional('title', text),
};
export const stylesheetFields = {
  href: required('href', uri),
  type: withDefault('type', text, 'text/css'),
  media: optional('media', text),
  title: optional('title', text),
};

export function readModalFeedback(
  reading: Reading,
  element: XmlElement,
): ModalFeedback | undefined {
  const read = readFields(reading.source, element, modalFields);
  const content = reading.content(bodyOf(element));
  return read && { ...read.values, content };
}

export const readStimulusReference = (
  source: Source,
  element: XmlElement,
): StimulusReference | undefined => readFields(source, element, stimulusFields)?.values;

export function readStylesheet(source: Source, element: XmlElement): Stylesheet | undefined {
  const read = readFields(source, element, stylesheetFields);
  if (read && !isSafeUrl(read.values.href, 'media')) {
    source.warn(element, 'content-removed', 'a stylesheet of that address was left out');
    return undefined;
  }
  return read?.values;
}

// Companion materials (ASI, CompanionMaterialsInfo): values in elements, kept as they are.
const materialNames =
  /^qti-(?:calculator(?:-type|-info)?|rule|rule-system-(?:si|us)|protractor|digital-material|physical-material|description|minimum-length|minor-increment|major-increment|increment-(?:si|us)|file-href|resource-icon|label)$/u;

export function readMaterial(source: Source, element: XmlElement): Material {
  if (!materialNames.test(element.name)) {
    source.problem(element, 'unexpected-element', `${element.sourceName} is no companion material`);
  }
  const children = elementsOf(element).map((child) => readMaterial(source, child));
  const own = children.length === 0 ? textOf(element).trim() : '';
  const attributes = { ...element.attributes };
  return { name: element.name, attributes, ...(own === '' ? {} : { text: own }), children };
}
