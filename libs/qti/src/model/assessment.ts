// Tests as documents (QTI 3.0 ASI, "assessmentTest"): parts, sections, references to items.
import type { RubricNode, ContentNode } from './content.ts';
import type { Declaration, OutcomeDeclaration } from './declaration.ts';
import type { Expression } from './expression.ts';
import type { Stylesheet } from './item.ts';
import type { OutcomeRule } from './rule.ts';

export const navigationModes = ['linear', 'nonlinear'] as const;
export const submissionModes = ['individual', 'simultaneous'] as const;

/** Seconds (ASI, "timeLimits"). */
export interface TimeLimits {
  readonly minTime?: number;
  readonly maxTime?: number;
  readonly allowLateSubmission: boolean;
}

/** ASI, "itemSessionControl". What is left out comes from the section or part around. */
export interface SessionControl {
  /** 0 = no limit; an adaptive item heeds its completionStatus instead. */
  readonly maxAttempts?: number;
  readonly showFeedback?: boolean;
  readonly allowReview?: boolean;
  readonly showSolution?: boolean;
  readonly allowComment?: boolean;
  readonly allowSkipping?: boolean;
  readonly validateResponses?: boolean;
}

export const exits = ['EXIT_SECTION', 'EXIT_TESTPART', 'EXIT_TEST'] as const;

/** ASI, "branchRule": the first whose condition is true is followed. */
export interface BranchRule {
  /** A part, section or item further on, or one of `exits`. */
  readonly target: string;
  readonly when: Expression;
}

/** What a part, a section and an item have in common. */
interface Stage {
  readonly identifier: string;
  /** All have to be true, or it is left out. */
  readonly preConditions: readonly Expression[];
  readonly branchRules: readonly BranchRule[];
  readonly sessionControl?: SessionControl;
  readonly timeLimits?: TimeLimits;
}

interface Selectable {
  /** Selected in any case. */
  readonly required: boolean;
  /** Keeps its place when the others are shuffled. */
  readonly fixed: boolean;
}

/** ASI, "assessmentItemRef". */
export interface ItemRef extends Stage, Selectable {
  readonly kind: 'item';
  readonly href: string;
  readonly categories: readonly string[];
  readonly weights: readonly { readonly identifier: string; readonly value: number }[];
  /** The item's variable `source` is called `target` in the test. */
  readonly mappings: readonly { readonly source: string; readonly target: string }[];
  readonly templateDefaults: readonly { readonly template: string; readonly value: Expression }[];
}

/** ASI, "assessmentSection". */
export interface Section extends Stage, Selectable {
  readonly kind: 'section';
  readonly title: string;
  readonly visible: boolean;
  /** An invisible section that need not keep together is mixed with what stands around it. */
  readonly keepTogether: boolean;
  readonly selection?: { readonly select: number; readonly withReplacement: boolean };
  readonly shuffle: boolean;
  readonly rubrics: readonly RubricNode[];
  readonly children: readonly (Section | ItemRef)[];
}

/** ASI, "testFeedback": shown (or hidden) when the outcome holds the identifier. */
export interface TestFeedback {
  readonly access: 'atEnd' | 'during';
  readonly outcome: string;
  readonly identifier: string;
  readonly showHide: 'show' | 'hide';
  readonly title?: string;
  readonly content: readonly ContentNode[];
}

/** ASI, "testPart". */
export interface TestPart extends Stage {
  readonly title?: string;
  readonly navigation: (typeof navigationModes)[number];
  readonly submission: (typeof submissionModes)[number];
  readonly rubrics: readonly RubricNode[];
  readonly sections: readonly Section[];
  readonly feedback: readonly TestFeedback[];
}

/** ASI, "assessmentTest". */
export interface AssessmentTest {
  readonly identifier: string;
  readonly title: string;
  readonly language?: string;
  readonly toolName?: string;
  readonly toolVersion?: string;
  readonly contexts: readonly Declaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly timeLimits?: TimeLimits;
  readonly stylesheets: readonly Stylesheet[];
  readonly rubrics: readonly RubricNode[];
  readonly parts: readonly TestPart[];
  readonly processing: readonly OutcomeRule[];
  readonly feedback: readonly TestFeedback[];
}
