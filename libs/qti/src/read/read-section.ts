import { childrenByName } from '../interactions/form.ts';
import type { ItemRef, Section } from '../model/assessment.ts';
import { onlyExpression } from '../expressions/read-expression.ts';
import { elementsOf, type XmlElement } from '../xml/element.ts';
import { remember } from '../xml/source.ts';
import {
  flag,
  identifier,
  identifiers,
  number,
  readFields,
  required,
  text,
  uri,
  whole,
  withDefault,
} from './fields.ts';
import {
  readRubrics,
  readStage,
  stageParts,
  type Children,
  type TestReading,
} from './read-stage.ts';

const selectable = {
  required: withDefault('required', flag, false),
  fixed: withDefault('fixed', flag, false),
};
export const sectionFields = {
  identifier: required('identifier', identifier),
  title: required('title', text),
  visible: required('visible', flag),
  keepTogether: withDefault('keep-together', flag, true),
  ...selectable,
};
export const itemRefFields = {
  identifier: required('identifier', identifier),
  href: required('href', uri),
  categories: withDefault('category', identifiers, []),
  ...selectable,
};
export const selectionFields = {
  select: required('select', whole),
  withReplacement: withDefault('with-replacement', flag, false),
};
export const orderingFields = { shuffle: withDefault('shuffle', flag, false) };
export const weightFields = {
  identifier: required('identifier', identifier),
  value: required('value', number),
};
export const mappingFields = {
  source: required('source-identifier', identifier),
  target: required('target-identifier', identifier),
};
export const templateDefaultFields = { template: required('template-identifier', identifier) };

const sectionParts = [
  ...stageParts,
  'qti-selection',
  'qti-ordering',
  'qti-rubric-block',
  'qti-assessment-item-ref',
  'qti-assessment-section',
  'qti-assessment-section-ref',
];

export function readSection(test: TestReading, element: XmlElement): Section | undefined {
  const { reading } = test;
  const { source } = reading;
  const read = readFields(source, element, sectionFields);
  const adaptive = elementsOf(element).find(({ name }) => name === 'qti-adaptive-selection');
  if (adaptive) {
    const message = 'adaptive selection asks an engine outside of this library';
    source.problem(adaptive, 'unexpected-element', message, 'qti-selection');
  }
  const children = childrenByName(reading, element, [...sectionParts, 'qti-adaptive-selection']);
  const stage = readStage(test, children);
  const selection = children.get('qti-selection')?.[0];
  const ordering = children.get('qti-ordering')?.[0];
  const selected = selection && readFields(source, selection, selectionFields)?.values;
  const inside = elementsOf(element).flatMap((child) => readPart(test, child) ?? []);
  if (selection && selected) checkSelection(test, selection, selected, inside);
  if (!read) return undefined;
  return remember(
    {
      kind: 'section',
      ...read.values,
      ...stage,
      ...(selected ? { selection: selected } : {}),
      shuffle: ordering
        ? (readFields(source, ordering, orderingFields)?.values.shuffle ?? false)
        : false,
      rubrics: readRubrics(test, element, children),
      children: inside,
    },
    source,
    element,
  );
}

function readPart(test: TestReading, element: XmlElement): Section | ItemRef | undefined {
  if (element.name === 'qti-assessment-section') return readSection(test, element);
  if (element.name === 'qti-assessment-item-ref') return readItemRef(test, element);
  if (element.name === 'qti-assessment-section-ref') {
    const message = `the section ${element.attributes['href'] ?? ''} stands in another file`;
    test.reading.source.problem(element, 'include-refused', message, 'the section itself');
  }
  return undefined;
}

/** ASI, "selection": at least the required ones, and without replacement not more than there are. */
function checkSelection(
  { reading: { source } }: TestReading,
  element: XmlElement,
  { select, withReplacement }: { readonly select: number; readonly withReplacement: boolean },
  children: readonly (Section | ItemRef)[],
): void {
  const must = children.filter((child) => child.required).length;
  const most = withReplacement ? Infinity : children.length;
  if (select < must || select > most || children.length === 0) {
    const expected = withReplacement ? `${must} or more` : `from ${must} to ${children.length}`;
    source.problem(element, 'wrong-value', `select="${select}"`, expected);
  }
}

function readItemRef(test: TestReading, element: XmlElement): ItemRef | undefined {
  const { source } = test.reading;
  const read = readFields(source, element, itemRefFields);
  const children = childrenByName(test.reading, element, [
    ...stageParts,
    'qti-variable-mapping',
    'qti-weight',
    'qti-template-default',
  ]);
  const stage = readStage(test, children);
  const each = (name: string): readonly XmlElement[] => children.get(name) ?? [];
  const weights = each('qti-weight').flatMap(
    (child) => readFields(source, child, weightFields)?.values ?? [],
  );
  const mappings = each('qti-variable-mapping').flatMap(
    (child) => readFields(source, child, mappingFields)?.values ?? [],
  );
  const templateDefaults = readTemplateDefaults(test, children);
  if (!read) return undefined;
  return remember(
    { kind: 'item', ...read.values, ...stage, weights, mappings, templateDefaults },
    source,
    element,
  );
}

const readTemplateDefaults = (test: TestReading, children: Children): ItemRef['templateDefaults'] =>
  (children.get('qti-template-default') ?? []).flatMap((child) => {
    const read = readFields(test.reading.source, child, templateDefaultFields);
    const typed = onlyExpression(test.scope, child);
    return read && typed ? [{ ...read.values, value: typed.expression }] : [];
  });
