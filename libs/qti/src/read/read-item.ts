import { typeOfVariable, type Scope } from '../expressions/scope.ts';
import type { Item } from '../model/item.ts';
import { elementsOf, type XmlElement } from '../xml/element.ts';
import type { Problem, Warning } from '../problem.ts';
import { checkReferences } from './check-references.ts';
import { flag, optional, readFields, required, text, withDefault } from './fields.ts';
import { startReading } from './read-body.ts';
import { readCatalogs } from './read-catalogs.ts';
import { readContext, readOutcome, readResponse, readTemplate } from './read-declaration.ts';
import { openDocument } from './read-document.ts';
import { readProcessing } from './read-processing.ts';
import {
  readMaterial,
  readModalFeedback,
  readStimulusReference,
  readStylesheet,
} from './read-item-parts.ts';
import { readTemplateRules } from './read-rules.ts';
import type { DeclaredVariable, Reading } from './reading.ts';

/** The item, or everything that is wrong with the document. */
export type ParsedItem =
  | { readonly ok: true; readonly item: Item; readonly warnings: readonly Warning[] }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      readonly warnings: readonly Warning[];
    };

export const itemFields = {
  identifier: required('identifier', text),
  title: required('title', text),
  label: optional('label', text),
  language: optional('xml:lang', text),
  toolName: optional('tool-name', text),
  toolVersion: optional('tool-version', text),
  adaptive: withDefault('adaptive', flag, false),
  timeDependent: withDefault('time-dependent', flag, false),
};

const parts = [
  'qti-context-declaration',
  'qti-response-declaration',
  'qti-outcome-declaration',
  'qti-template-declaration',
  'qti-template-processing',
  'qti-assessment-stimulus-ref',
  'qti-companion-materials-info',
  'qti-stylesheet',
  'qti-item-body',
  'qti-catalog-info',
  'qti-response-processing',
  'qti-modal-feedback',
];

/**
 * Reads one QTI 3.0, 2.2, 2.1 or 2.0 assessment item (ASI, "assessmentItem"), a document of at most
 * 2,000,000 characters. Everything that is wrong with it comes back at once as problems, each with file,
 * line, column, path and what was expected. `file` is only the name in them. Throws nothing.
 */
export function parseItem(xml: string, file: string): ParsedItem {
  const { source, root } = openDocument(xml, file, 'qti-assessment-item');
  const item = root && readItem(startReading(source), root);
  const { problems, warnings } = source;
  return item && problems.length === 0
    ? { ok: true, item, warnings }
    : { ok: false, problems, warnings };
}

function readItem(reading: Reading, root: XmlElement): Item | undefined {
  const { source } = reading;
  const read = readFields(source, root, itemFields);
  const found = new Map<string, XmlElement[]>(parts.map((part) => [part, []]));
  for (const child of elementsOf(root)) {
    const same = found.get(child.name);
    if (same) same.push(child);
    else if (child.vocabulary === 'vendor') {
      source.warn(child, 'vendor-markup-ignored', `${child.sourceName} was left out`);
    } else
      source.problem(
        child,
        'unexpected-element',
        `${child.sourceName} is not allowed here`,
        parts.join(', '),
      );
  }
  const all = (part: string): XmlElement[] => found.get(part) ?? [];
  const each = <T>(part: string, take: (element: XmlElement) => T | undefined): T[] =>
    all(part).flatMap((element) => take(element) ?? []);

  const contexts = each('qti-context-declaration', (element) => readContext(source, element));
  const responses = each('qti-response-declaration', (element) => readResponse(source, element));
  const outcomes = each('qti-outcome-declaration', (element) => readOutcome(source, element));
  const templates = each('qti-template-declaration', (element) => readTemplate(source, element));
  declare(reading, root, [
    ...contexts.map((declaration) => ({ role: 'context' as const, declaration })),
    ...responses.map((declaration) => ({ role: 'response' as const, declaration })),
    ...outcomes.map((declaration) => ({ role: 'outcome' as const, declaration })),
    ...templates.map((declaration) => ({ role: 'template' as const, declaration })),
  ]);

  const scope: Scope = { source, variables: reading.variables, level: 'item' };
  const [bodyElement] = atMostOne(reading, all('qti-item-body'));
  if (bodyElement === undefined) {
    // ASI, "assessmentItem": a body may be left out.
    source.warn(root, 'nothing-shown', `${root.sourceName} has no body`);
  }
  const [processingElement] = atMostOne(reading, all('qti-response-processing'));
  const body = bodyElement ? reading.content(bodyElement) : [];
  const modalFeedback = each('qti-modal-feedback', (element) =>
    readModalFeedback(reading, element),
  );
  const item = {
    contexts,
    responses,
    outcomes,
    templates,
    templateRules: all('qti-template-processing').flatMap((element) =>
      readTemplateRules(scope, element),
    ),
    stimuli: each('qti-assessment-stimulus-ref', (element) =>
      readStimulusReference(source, element),
    ),
    materials: all('qti-companion-materials-info').flatMap((element) =>
      elementsOf(element).map((child) => readMaterial(source, child)),
    ),
    stylesheets: each('qti-stylesheet', (element) => readStylesheet(source, element)),
    attributes: bodyElement ? (readFields(source, bodyElement, {})?.attributes ?? {}) : {},
    body,
    processing: processingElement ? readProcessing(scope, processingElement) : { rules: [] },
    modalFeedback,
    catalogs: readCatalogs(reading, [...all('qti-catalog-info'), ...inner(bodyElement)]),
  };
  checkReferences(reading, root, item);
  return read ? { ...read.values, ...item } : undefined;
}

// The ASI binding lets the catalogue stand inside the body as well.
const inner = (body: XmlElement | undefined): XmlElement[] =>
  body ? elementsOf(body).filter(({ name }) => name === 'qti-catalog-info') : [];

function declare(
  { source, variables }: Reading,
  root: XmlElement,
  declared: readonly DeclaredVariable[],
): void {
  const reserved: Scope = { source, variables: new Map(), level: 'item' };
  for (const variable of declared) {
    const name = variable.declaration.identifier;
    const owned = typeOfVariable(reserved, name) !== undefined && variable.role !== 'outcome';
    if (variables.has(name) || owned) {
      source.problem(
        root,
        'duplicate-identifier',
        `the variable ${name} is declared twice or reserved`,
      );
    } else variables.set(name, variable);
  }
}

function atMostOne({ source }: Reading, elements: readonly XmlElement[]): readonly XmlElement[] {
  for (const more of elements.slice(1)) {
    source.problem(more, 'unexpected-element', `a second ${more.sourceName}`, 'one');
  }
  return elements;
}
