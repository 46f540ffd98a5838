export type PsychometricsErrorCode =
  | 'empty'
  | 'ragged'
  | 'lengths-differ'
  | 'not-finite'
  | 'out-of-range'
  | 'unknown-response'
  | 'too-few'
  | 'not-connected'
  | 'invalid-item';

/** What was handed in cannot be computed with. A statistic that has no value is null, never this error. */
export class PsychometricsError extends Error {
  readonly code: PsychometricsErrorCode;

  constructor(code: PsychometricsErrorCode, message: string) {
    super(message);
    this.name = 'PsychometricsError';
    this.code = code;
  }
}
