/** What could not be read, or which number was outside of its range. */
export type LogErrorCode =
  | 'malformed-key'
  | 'malformed-note'
  | 'malformed-checkpoint'
  | 'malformed-proof'
  | 'malformed-policy'
  | 'malformed-request'
  | 'malformed-bundle'
  | 'malformed-tile'
  | 'malformed-leaf'
  | 'out-of-range';

/** What was handed in cannot be read. A proof that doesn't hold is a value, never this error. */
export class LogError extends Error {
  readonly code: LogErrorCode;

  constructor(code: LogErrorCode, message: string) {
    super(message);
    this.name = 'LogError';
    this.code = code;
  }
}
