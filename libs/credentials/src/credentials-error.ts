/** What was wrong with an argument; `unavailable` is the host, which lacks an algorithm. */
export type CredentialsErrorCode =
  | 'malformed-draft'
  | 'malformed-key'
  | 'malformed-encoding'
  | 'malformed-json'
  | 'malformed-status-list'
  | 'out-of-range'
  | 'unknown-context'
  | 'not-canonical'
  | 'unavailable';

/** What was handed in cannot be used. Whether a credential holds is a value, never this error. */
export class CredentialsError extends Error {
  readonly code: CredentialsErrorCode;

  constructor(code: CredentialsErrorCode, message: string) {
    super(message);
    this.name = 'CredentialsError';
    this.code = code;
  }
}
