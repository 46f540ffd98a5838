import type {
  AssessmentTest,
  BranchRule,
  ItemRef,
  Section,
  TestFeedback,
  TestPart,
} from '../model/assessment.ts';
import type { Expression } from '../model/expression.ts';
import { writeFields } from '../read/fields.ts';
import {
  itemRefFields,
  mappingFields,
  sectionFields,
  selectionFields,
  templateDefaultFields,
  weightFields,
} from '../read/read-section.ts';
import { controlFields, testFeedbackFields, timeFields } from '../read/read-stage.ts';
import { partFields, testFields } from '../read/read-test.ts';
import { stylesheetFields } from '../read/read-item-parts.ts';
import { QTI3_NAMESPACE } from '../xml/names.ts';
import { writeContent } from './write-content.ts';
import { writeExpression } from './write-expression.ts';
import { writeRules } from './write-rules.ts';
import { writeContext, writeOutcome } from './write-values.ts';
import { tag } from './xml.ts';

/**
 * A QTI 3.0 document (ASI binding, "qti-assessment-test") that reads back equal, whatever version the test
 * came from. Of a test that parseTest gave; throws nothing.
 */
export function writeTest(test: AssessmentTest): string {
  const inside = [
    ...test.contexts.map(writeContext),
    ...test.outcomes.map(writeOutcome),
    test.timeLimits ? tag('qti-time-limits', writeFields(timeFields, test.timeLimits)) : '',
    ...test.stylesheets.map((sheet) =>
      tag('qti-stylesheet', { type: sheet.type, ...writeFields(stylesheetFields, sheet) }),
    ),
    writeContent(test.rubrics),
    ...test.parts.map(writePart),
    test.processing.length === 0
      ? ''
      : tag('qti-outcome-processing', {}, writeRules(test.processing, 'outcome')),
    ...test.feedback.map(writeFeedback),
  ];
  const attributes = { xmlns: QTI3_NAMESPACE, ...writeFields(testFields, test) };
  const written = inside.filter(Boolean).map((part) => `${part}\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('qti-assessment-test', attributes, '\n', ...written)}\n`;
}

const writePart = (part: TestPart): string =>
  tag(
    'qti-test-part',
    writeFields(partFields, part),
    writeStage(part),
    writeContent(part.rubrics),
    ...part.sections.map(writeSection),
    ...part.feedback.map(writeFeedback),
  );

function writeStage({
  preConditions,
  branchRules,
  sessionControl,
  timeLimits,
}: TestPart | Section | ItemRef): string {
  return [
    ...preConditions.map((condition) => tag('qti-pre-condition', {}, writeExpression(condition))),
    ...branchRules.map(writeBranch),
    sessionControl
      ? tag('qti-item-session-control', writeFields(controlFields, sessionControl))
      : '',
    timeLimits ? tag('qti-time-limits', writeFields(timeFields, timeLimits)) : '',
  ].join('');
}

const writeBranch = ({ target, when }: BranchRule): string =>
  tag('qti-branch-rule', { target }, writeExpression(when));

const writeSection = (section: Section): string =>
  tag(
    'qti-assessment-section',
    writeFields(sectionFields, section),
    writeStage(section),
    section.selection ? tag('qti-selection', writeFields(selectionFields, section.selection)) : '',
    section.shuffle ? tag('qti-ordering', { shuffle: 'true' }) : '',
    writeContent(section.rubrics),
    ...section.children.map((child) =>
      child.kind === 'section' ? writeSection(child) : writeItemRef(child),
    ),
  );

function writeItemRef(ref: ItemRef): string {
  const { categories, ...values } = ref;
  return tag(
    'qti-assessment-item-ref',
    writeFields(itemRefFields, categories.length === 0 ? values : ref),
    writeStage(ref),
    ...ref.mappings.map((mapping) =>
      tag('qti-variable-mapping', writeFields(mappingFields, mapping)),
    ),
    ...ref.weights.map((weight) => tag('qti-weight', writeFields(weightFields, weight))),
    ...ref.templateDefaults.map(writeTemplateDefault),
  );
}

const writeTemplateDefault = (one: {
  readonly template: string;
  readonly value: Expression;
}): string =>
  tag('qti-template-default', writeFields(templateDefaultFields, one), writeExpression(one.value));

const writeFeedback = ({ content, ...feedback }: TestFeedback): string =>
  tag(
    'qti-test-feedback',
    writeFields(testFeedbackFields, feedback),
    tag('qti-content-body', {}, writeContent(content)),
  );
