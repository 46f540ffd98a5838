import type {
  AreaMapping,
  Declaration,
  LookupTable,
  Mapping,
  OutcomeDeclaration,
  ResponseDeclaration,
  TemplateDeclaration,
} from '../model/declaration.ts';
import { writeScalar } from '../model/lexical.ts';
import type { Value } from '../model/value.ts';
import { writeFields } from '../read/fields.ts';
import { declarationFields, outcomeFields, templateFields } from '../read/read-declaration.ts';
import {
  areaEntryFields,
  boundFields,
  interpolationEntryFields,
  mapEntryFields,
  matchEntryFields,
} from '../read/read-mapping.ts';
import { escapeText, tag } from './xml.ts';

export function writeValues(name: string, value: Value | null, interpretation?: string): string {
  if (value === null && interpretation === undefined) return '';
  return tag(name, { interpretation }, ...(value === null ? [] : valuesOf(value)));
}

function valuesOf(value: Value): string[] {
  if (value.cardinality === 'record') {
    return Object.entries(value.fields).map(([name, field]) =>
      tag(
        'qti-value',
        { 'field-identifier': name, 'base-type': field?.baseType ?? 'string' },
        field ? escapeText(writeScalar(field.value)) : '',
      ),
    );
  }
  const scalars = value.cardinality === 'single' ? [value.value] : value.values;
  return scalars.map((scalar) => tag('qti-value', {}, escapeText(writeScalar(scalar))));
}

export const writeResponse = (response: ResponseDeclaration): string =>
  tag(
    'qti-response-declaration',
    writeFields(declarationFields, response),
    writeValues('qti-default-value', response.default),
    writeValues('qti-correct-response', response.correct, response.interpretation),
    response.mapping ? writeMapping(response.mapping) : '',
    response.areaMapping ? writeAreaMapping(response.areaMapping) : '',
  );

const writeMapping = (mapping: Mapping): string =>
  tag(
    'qti-mapping',
    writeFields(boundFields, mapping),
    ...mapping.entries.map((entry) =>
      tag('qti-map-entry', writeFields(mapEntryFields, { ...entry, key: writeScalar(entry.key) })),
    ),
  );

const writeAreaMapping = (mapping: AreaMapping): string =>
  tag(
    'qti-area-mapping',
    writeFields(boundFields, mapping),
    ...mapping.entries.map((entry) =>
      tag('qti-area-map-entry', writeFields(areaEntryFields, entry)),
    ),
  );

export const writeOutcome = (outcome: OutcomeDeclaration): string =>
  tag(
    'qti-outcome-declaration',
    writeFields(outcomeFields, outcome),
    writeValues('qti-default-value', outcome.default),
    outcome.table ? writeTable(outcome.table) : '',
  );

function writeTable(table: LookupTable): string {
  const fallback = table.default === null ? undefined : writeScalar(table.default);
  if (table.kind === 'match') {
    const entries = table.entries.map((entry) =>
      tag(
        'qti-match-table-entry',
        writeFields(matchEntryFields, { ...entry, target: writeScalar(entry.target) }),
      ),
    );
    return tag('qti-match-table', { 'default-value': fallback }, ...entries);
  }
  const entries = table.entries.map((entry) =>
    tag(
      'qti-interpolation-table-entry',
      writeFields(interpolationEntryFields, { ...entry, target: writeScalar(entry.target) }),
    ),
  );
  return tag('qti-interpolation-table', { 'default-value': fallback }, ...entries);
}

export const writeTemplate = (template: TemplateDeclaration): string =>
  tag(
    'qti-template-declaration',
    writeFields(templateFields, template),
    writeValues('qti-default-value', template.default),
  );

export const writeContext = (context: Declaration): string =>
  tag(
    'qti-context-declaration',
    writeFields(declarationFields, context),
    writeValues('qti-default-value', context.default),
  );
