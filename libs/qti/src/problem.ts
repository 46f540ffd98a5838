/** Where in a source document something stands; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Element path in the document's own names, e.g. /assessmentItem/itemBody/p[2]. */
  readonly path: string;
}

/** Why a document is refused. */
export type ProblemCode =
  | 'not-well-formed'
  | 'doctype-refused'
  | 'too-large'
  | 'too-deep'
  | 'wrong-root'
  | 'unknown-namespace'
  | 'unknown-element'
  | 'unexpected-element'
  | 'missing-element'
  | 'unknown-attribute'
  | 'missing-attribute'
  | 'wrong-value'
  | 'wrong-type'
  | 'duplicate-identifier'
  | 'unknown-identifier'
  | 'interaction-refused'
  | 'custom-operator-refused'
  | 'template-refused'
  | 'include-refused'
  | 'pattern-refused'
  | 'translation-differs'
  | 'key-conflict'
  | 'unreadable-question';

/** What was left out or read leniently. */
export type WarningCode =
  | 'vendor-markup-ignored'
  | 'unknown-data-attribute'
  | 'content-removed'
  | 'attribute-removed'
  | 'namespace-missing'
  | 'mixed-number-types'
  | 'not-scored'
  | 'nothing-shown'
  | 'repeated-key';

/** Something that makes a document unusable, and what was expected in its stead. */
export interface Problem extends Place {
  readonly code: ProblemCode;
  readonly message: string;
  readonly expected?: string;
}

/** Something harmless that was left out or read leniently. */
export interface Warning extends Place {
  readonly code: WarningCode;
  readonly message: string;
}

/** A language that the item was not compiled in; a place that is not in the plan. */
export type QtiErrorCode = 'unknown-language' | 'not-in-plan';

/** The only error this library throws: a caller's mistake, by `code`. Bad input comes back as problems. */
export class QtiError extends Error {
  readonly code: QtiErrorCode;

  constructor(code: QtiErrorCode, message: string) {
    super(message);
    this.name = 'QtiError';
    this.code = code;
  }
}
