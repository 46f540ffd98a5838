import type { AssessmentTest, TestPart } from '../model/assessment.ts';
import { navigationModes, submissionModes } from '../model/assessment.ts';
import { childrenByName } from '../interactions/form.ts';
import type { Scope } from '../expressions/scope.ts';
import { elementsOf, type XmlElement } from '../xml/element.ts';
import { remember } from '../xml/source.ts';
import { checkStages } from './check-stages.ts';
import { identifier, oneOf, optional, readFields, required, text } from './fields.ts';
import { startReading } from './read-body.ts';
import { readContext, readOutcome } from './read-declaration.ts';
import { openDocument, type Parsed } from './read-document.ts';
import { readStylesheet } from './read-item-parts.ts';
import { readOutcomeRules } from './read-rules.ts';
import { readSection } from './read-section.ts';
import {
  readRubrics,
  readStage,
  readTestFeedback,
  readTimeLimits,
  stageParts,
  type TestReading,
} from './read-stage.ts';

export const testFields = {
  identifier: required('identifier', text),
  title: required('title', text),
  language: optional('xml:lang', text),
  toolName: optional('tool-name', text),
  toolVersion: optional('tool-version', text),
};
export const partFields = {
  identifier: required('identifier', identifier),
  title: optional('title', text),
  navigation: required('navigation-mode', oneOf(navigationModes)),
  submission: required('submission-mode', oneOf(submissionModes)),
};

const parts = [
  'qti-context-declaration',
  'qti-outcome-declaration',
  'qti-time-limits',
  'qti-stylesheet',
  'qti-rubric-block',
  'qti-test-part',
  'qti-outcome-processing',
  'qti-test-feedback',
];

/** The test, or everything that is wrong with the document. */
export type ParsedTest = Parsed<'test', AssessmentTest>;

/**
 * Reads one QTI 3.0, 2.2 or 2.1 test (ASI, "assessmentTest"). Everything that is wrong with it comes back at
 * once, as parseItem's problems do. The items that it refers to are not looked at. Throws nothing.
 */
export function parseTest(xml: string, file: string): ParsedTest {
  const { source, root } = openDocument(xml, file, 'qti-assessment-test');
  const reading = startReading(source);
  const items = new Set(root ? itemIdentifiers(root) : []);
  const scope: Scope = { source, variables: reading.variables, level: 'test', items };
  const test = root && readTest({ reading, scope }, root);
  const { problems, warnings } = source;
  return test && problems.length === 0
    ? { ok: true, test, warnings }
    : { ok: false, problems, warnings };
}

const itemIdentifiers = (element: XmlElement): string[] =>
  elementsOf(element).flatMap((child) =>
    child.name === 'qti-assessment-item-ref'
      ? (child.attributes['identifier'] ?? [])
      : itemIdentifiers(child),
  );

function readTest(test: TestReading, root: XmlElement): AssessmentTest | undefined {
  const { reading, scope } = test;
  const { source, variables } = reading;
  const read = readFields(source, root, testFields);
  const children = childrenByName(reading, root, parts);
  const all = (name: string): readonly XmlElement[] => children.get(name) ?? [];
  const contexts = all('qti-context-declaration').flatMap((at) => readContext(source, at) ?? []);
  const outcomes = all('qti-outcome-declaration').flatMap((at) => readOutcome(source, at) ?? []);
  for (const declaration of contexts)
    variables.set(declaration.identifier, { role: 'context', declaration });
  for (const declaration of outcomes) {
    const name = declaration.identifier;
    if (variables.has(name)) {
      source.problem(root, 'duplicate-identifier', `the variable ${name} is declared twice`);
    } else variables.set(name, { role: 'outcome', declaration });
  }
  const testParts = all('qti-test-part').flatMap((at) => readTestPart(test, at) ?? []);
  if (all('qti-test-part').length === 0)
    source.problem(root, 'missing-element', 'a test without parts', 'qti-test-part');
  const limits = readTimeLimits(test, children);
  const made = {
    contexts,
    outcomes,
    ...(limits ? { timeLimits: limits } : {}),
    stylesheets: all('qti-stylesheet').flatMap((at) => readStylesheet(source, at) ?? []),
    rubrics: readRubrics(test, root, children),
    parts: testParts,
    processing: all('qti-outcome-processing').flatMap((at) => readOutcomeRules(scope, at)),
    feedback: all('qti-test-feedback').flatMap((at) => readTestFeedback(test, at)),
  };
  checkStages(source, root, testParts);
  return read ? { ...read.values, ...made } : undefined;
}

function readTestPart(test: TestReading, element: XmlElement): TestPart | undefined {
  const { source } = test.reading;
  const read = readFields(source, element, partFields);
  const children = childrenByName(test.reading, element, [
    ...stageParts,
    'qti-rubric-block',
    'qti-assessment-section',
    'qti-test-feedback',
  ]);
  const stage = readStage(test, children);
  const sections = (children.get('qti-assessment-section') ?? []).flatMap(
    (at) => readSection(test, at) ?? [],
  );
  if (!children.has('qti-assessment-section')) {
    const message = `${element.sourceName} has no section`;
    source.problem(element, 'missing-element', message, 'qti-assessment-section');
  }
  if (!read) return undefined;
  return remember(
    {
      ...read.values,
      ...stage,
      rubrics: readRubrics(test, element, children),
      sections,
      feedback: (children.get('qti-test-feedback') ?? []).flatMap((at) =>
        readTestFeedback(test, at),
      ),
    },
    source,
    element,
  );
}
