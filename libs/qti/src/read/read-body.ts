import { readContent, readElement } from '../content/read-content.ts';
import { visibility, visibilityFields } from '../interactions/choices.ts';
import { childrenByName, pictureOf, pictures } from '../interactions/form.ts';
import { bindings, interactionForms, refusedInteractions } from '../interactions/forms.ts';
import type {
  ContentNode,
  Interaction,
  InteractionKind,
  InteractionNode,
} from '../model/content.ts';
import { views } from '../model/declaration.ts';
import { isElement, type XmlElement } from '../xml/element.ts';
import type { Source } from '../xml/source.ts';
import {
  flag,
  identifier,
  identifiers,
  oneOf,
  optional,
  readFields,
  required,
  someOf,
  text,
  whole,
  withDefault,
} from './fields.ts';
import type { Reading } from './reading.ts';

const showHide = withDefault('show-hide', oneOf(['show', 'hide']), 'show');

export const feedbackFields = {
  outcome: required('outcome-identifier', identifier),
  identifier: required('identifier', identifier),
  showHide,
};
export const templateFields = {
  template: required('template-identifier', identifier),
  identifier: required('identifier', identifier),
  showHide,
};
export const rubricFields = { use: optional('use', text), views: required('view', someOf(views)) };
export const gapFields = {
  identifier: required('identifier', identifier),
  required: withDefault('required', flag, false),
  matchGroup: optional('match-group', identifiers),
  ...visibilityFields,
};
export const hottextFields = {
  identifier: required('identifier', identifier),
  ...visibilityFields,
};
export const printedFields = {
  identifier: required('identifier', identifier),
  format: optional('format', text),
  base: optional('base', whole),
  index: optional('index', {
    expected: 'a whole number or a variable',
    parse: (value): number | { readonly variable: string } | undefined => {
      if (/^\s*\d+\s*$/u.test(value)) return Number(value);
      const variable = identifier.parse(value);
      return variable === undefined ? undefined : { variable };
    },
    format: (value) => (typeof value === 'number' ? String(value) : value.variable),
  }),
  delimiter: optional('delimiter', text),
  field: optional('field', identifier),
  mappingIndicator: optional('mapping-indicator', text),
  powerForm: optional('power-form', flag),
};

/** The reading of an item or a stimulus, with the two functions that read content bound to it. */
export function startReading(source: Source): Reading {
  const reading: Reading = {
    source,
    variables: new Map(),
    bound: new Map(),
    content: (parent) => readContent(source, parent, readQti),
    element: (element) => readElement(source, element, readQti),
  };
  const readQti = (element: XmlElement): readonly ContentNode[] => {
    const node = readQtiNode(reading, element);
    return node === undefined ? [] : [node];
  };
  return reading;
}

/** 3.0 puts the content of blocks into qti-content-body, 2.x has it bare. */
export function bodyOf(element: XmlElement): XmlElement {
  const body = element.children.find(
    (child) => isElement(child) && child.name === 'qti-content-body',
  );
  return body !== undefined && isElement(body) ? body : element;
}

function readQtiNode(reading: Reading, element: XmlElement): ContentNode | undefined {
  const kind = /^qti-(.+)-interaction$/u.exec(element.name)?.[1];
  if (kind !== undefined) return readInteraction(reading, element, kind);
  const { source } = reading;
  switch (element.name) {
    case 'qti-feedback-inline':
    case 'qti-feedback-block': {
      const display = element.name === 'qti-feedback-inline' ? 'inline' : 'block';
      const read = readFields(source, element, feedbackFields);
      const children = reading.content(bodyOf(element));
      return (
        read && { type: 'feedback', display, ...read.values, attributes: read.attributes, children }
      );
    }
    case 'qti-template-inline':
    case 'qti-template-block': {
      const display = element.name === 'qti-template-inline' ? 'inline' : 'block';
      const read = readFields(source, element, templateFields);
      const children = reading.content(bodyOf(element));
      return (
        read && { type: 'template', display, ...read.values, attributes: read.attributes, children }
      );
    }
    case 'qti-rubric-block': {
      const read = readFields(source, element, rubricFields);
      const children = reading.content(bodyOf(element));
      return read && { type: 'rubric', ...read.values, attributes: read.attributes, children };
    }
    case 'qti-printed-variable': {
      const read = readFields(source, element, printedFields);
      return read && { type: 'printed-variable', ...read.values, attributes: read.attributes };
    }
    case 'qti-gap': {
      const read = readFields(source, element, gapFields);
      if (!read) return undefined;
      const { templateIdentifier, showHide: shown, ...values } = read.values;
      const visible = visibility({ templateIdentifier, showHide: shown });
      return { type: 'gap', ...values, ...visible, attributes: read.attributes };
    }
    case 'qti-hottext': {
      const read = readFields(source, element, hottextFields);
      const children = reading.content(element);
      if (!read) return undefined;
      const { templateIdentifier, showHide: shown, identifier: id } = read.values;
      const visible = visibility({ templateIdentifier, showHide: shown });
      return { type: 'hottext', identifier: id, ...visible, attributes: read.attributes, children };
    }
    case 'qti-catalog-info':
      // Read with the item's own catalogue.
      return undefined;
    case 'qti-position-object-stage':
      return readStage(reading, element);
    default:
      source.problem(
        element,
        'unexpected-element',
        `${element.sourceName} is not allowed in content`,
      );
      return undefined;
  }
}

function readInteraction(
  reading: Reading,
  element: XmlElement,
  kind: string,
): InteractionNode | undefined {
  const refused = refusedInteractions[element.name];
  if (refused !== undefined) {
    reading.source.problem(element, 'interaction-refused', `${element.sourceName}: ${refused}`);
    return undefined;
  }
  if (!Object.hasOwn(interactionForms, kind)) {
    const known = Object.keys(interactionForms).join(', ');
    reading.source.problem(
      element,
      'unknown-element',
      `${element.sourceName} is not an interaction of QTI`,
      known,
    );
    return undefined;
  }
  const interaction = interactionForms[kind as InteractionKind].read(reading, element);
  if (!interaction) return undefined;
  bind(reading, element, interaction);
  return Object.assign(interaction, { type: 'interaction' as const });
}

function readStage(reading: Reading, element: XmlElement): ContentNode | undefined {
  const read = readFields(reading.source, element, {});
  const children = childrenByName(reading, element, [
    ...pictures,
    'qti-position-object-interaction',
  ]);
  const image = pictureOf(reading, element, children);
  const found = (children.get('qti-position-object-interaction') ?? []).map((child) =>
    readInteraction(reading, child, 'position-object'),
  );
  const interactions = found.filter((one) => one?.kind === 'position-object');
  if (!read || !image) return undefined;
  return { type: 'stage', image, interactions, attributes: read.attributes };
}

function bind(reading: Reading, element: XmlElement, interaction: Interaction): void {
  const { source, variables, bound } = reading;
  const { response, kind } = interaction;
  const variable = variables.get(response);
  if (variable?.role !== 'response') {
    const message = `no response variable ${response} is declared`;
    source.unknownVariable(element, response, message);
    return;
  }
  if (bound.has(response) && kind !== 'end-attempt') {
    source.problem(
      element,
      'duplicate-identifier',
      `${response} is filled by another interaction already`,
    );
  }
  bound.set(response, element);
  const { cardinality, baseType } = variable.declaration;
  const allowed = bindings[kind];
  const fits =
    allowed.cardinalities.includes(cardinality) &&
    (cardinality === 'record' || allowed.baseTypes.includes(baseType ?? ''));
  if (!fits) {
    source.problem(
      element,
      'wrong-type',
      `${response} is ${cardinality}${baseType === undefined ? '' : ` ${baseType}`}`,
      `${allowed.cardinalities.join(' or ')} ${allowed.baseTypes.join(' or ')}`,
    );
  }
}
