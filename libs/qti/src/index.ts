export { parseItem, type ParsedItem } from './read/read-item.ts';
export { parseStimulus, type ParsedStimulus } from './read/read-stimulus.ts';
export { parseTest, type ParsedTest } from './read/read-test.ts';
export { writeItem, writeStimulus } from './write/write-item.ts';
export { writeTest } from './write/write-test.ts';
export { importQuestions, type Imported, type ImportFormat } from './import/import-questions.ts';
export { planTest, type Plan, type PlannedItem } from './assessment/plan-test.ts';
export { itemResult, unanswered, type ItemResult } from './assessment/item-result.ts';
export type { ItemResults } from './assessment/test-environment.ts';
export { scoreTest, templateDefaults, testFeedback } from './assessment/score-test.ts';
export { isBranching, nextItem } from './assessment/next-item.ts';
export { compileItem, type Compiled, type CompiledItem } from './compile/compile-item.ts';
export { score, type Outcomes, type Scored, type Session } from './scoring/score.ts';
export {
  checkResponses,
  type Refusal,
  type RefusalCode,
  type Responses,
} from './scoring/read-responses.ts';
export { cloneValues } from './scoring/draw-clone.ts';
export { feedbackAfter } from './scoring/feedback-after.ts';
export type { Scoring } from './scoring/scoring.ts';
export { shuffleOrder, type ChoiceOrder } from './delivery/shuffle-order.ts';
export type { DeliveredResponse, Delivery, ServerNeed } from './delivery/delivery.ts';
export { typedNumber, type PlainValue } from './model/plain.ts';
export {
  QtiError,
  type Place,
  type Problem,
  type ProblemCode,
  type QtiErrorCode,
  type Warning,
  type WarningCode,
} from './problem.ts';
export type * from './model/assessment.ts';
export type * from './model/content.ts';
export type * from './model/declaration.ts';
export type * from './model/expression.ts';
export type * from './model/item.ts';
export type * from './model/rule.ts';
export type {
  BaseType,
  Cardinality,
  FileReference,
  ListValue,
  Pair,
  Point,
  RecordValue,
  Scalar,
  SingleValue,
  Value,
} from './model/value.ts';
