import type { Expression } from './expression.ts';

/** Rules that run when the condition is true. */
export interface Branch<R> {
  readonly when: Expression;
  readonly rules: readonly R[];
}

/** If, any number of else-if, else: the first branch whose condition is true. */
interface Condition<R> {
  readonly rule: 'condition';
  readonly branches: readonly Branch<R>[];
  readonly otherwise: readonly R[];
}

interface Fragment<R> {
  readonly rule: 'fragment';
  readonly rules: readonly R[];
}

interface Setting<Kind extends string> {
  readonly rule: Kind;
  readonly identifier: string;
  readonly value: Expression;
}

interface Exit {
  readonly rule: 'exit';
}

/** ASI, "Response Processing": the rules. */
export type ResponseRule =
  | Condition<ResponseRule>
  | Fragment<ResponseRule>
  | Setting<'set-outcome-value'>
  | Setting<'lookup-outcome-value'>
  | Exit;

/** ASI, "outcomeProcessing", has the same rules as response processing, over a test's variables. */
export type OutcomeRule = ResponseRule;

/** ASI, "templateProcessing": the rules. */
export type TemplateRule =
  | Condition<TemplateRule>
  | Setting<'set-template-value'>
  | Setting<'set-correct-response'>
  | Setting<'set-default-value'>
  | { readonly rule: 'template-constraint'; readonly value: Expression }
  | Exit;

export const standardTemplates = [
  'match_correct',
  'map_response',
  'map_response_point',
  'CC2_match',
  'CC2_match_basic',
  'CC2_map_response',
] as const;
/** The response processing templates that 1EdTech publishes. */
export type StandardTemplate = (typeof standardTemplates)[number];

/**
 * ASI, "responseProcessing". A standard template is kept by its name; scoring has its rules written out.
 */
export interface ResponseProcessing {
  readonly template?: StandardTemplate;
  readonly rules: readonly ResponseRule[];
}
