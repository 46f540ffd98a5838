export type PsychometricsErrorCode =
  /** A list or table without values, or one that counts nobody. */
  | 'empty'
  /** Rows of different lengths. */
  | 'ragged'
  /** Two lists that belong together are not equally long. */
  | 'lengths-differ'
  /** Not a number, or an infinite one. */
  | 'not-finite'
  /** A number beyond what the function's comment allows; sizes beyond 1e9 always. */
  | 'out-of-range'
  /** A mark that is no number and no known reason, or an option that the item doesn't have. */
  | 'unknown-response'
  /** Fewer persons, items, periods, works or markers than the statistic needs. */
  | 'too-few'
  /** Markers that share no work with the others, even through others. */
  | 'not-connected'
  /** Parameters that are no item of their model, or two items that do not go together. */
  | 'invalid-item';

/**
 * What was handed in cannot be computed with: `code` says why, `message` where. A statistic that has no
 * value is null, and an iteration that doesn't end is an `outcome`; neither is this error.
 */
export class PsychometricsError extends Error {
  readonly code: PsychometricsErrorCode;

  constructor(code: PsychometricsErrorCode, message: string) {
    super(message);
    this.name = 'PsychometricsError';
    this.code = code;
  }
}
