// What verification answers: each check by itself, with what was looked at, against what, and as of
// when. There is no bare boolean, and "cannot tell" is neither of the two other answers.
import type { JsonObject } from '../document/json.ts';
import type { Problem } from '../model/problem.ts';

export type Outcome = 'passed' | 'failed' | 'cannot-tell';

export type ShapeCode =
  | 'well-formed'
  | 'not-json'
  | 'breaks-the-model'
  | 'context-unknown'
  | 'resource-not-at-hand';
export type ProofCode =
  | 'signed'
  | 'no-proof'
  | 'signature-wrong'
  | 'proof-malformed'
  | 'suite-unknown'
  | 'key-not-found'
  | 'context-unknown';
export type IssuerCode =
  | 'trusted'
  | 'unknown-issuer'
  | 'unknown-key'
  | 'key-of-another'
  | 'key-not-yet'
  | 'key-ended'
  | 'key-compromised'
  | 'document-disagrees';
export type DatesCode =
  | 'in-period'
  | 'not-yet-valid'
  | 'expired'
  | 'proof-expired'
  | 'signed-in-the-future';
export type StatusCode =
  | 'active'
  | 'suspended'
  | 'withdrawn'
  | 'no-status'
  | 'list-missing'
  | 'list-old'
  | 'list-not-genuine'
  | 'status-type-unknown';
export type LogCode =
  | 'logged'
  | 'not-required'
  | 'proof-missing'
  | 'proof-wrong'
  | 'log-unknown'
  | 'logged-too-late';

type Of<Name extends string, Code extends string> = {
  check: Name;
  outcome: Outcome;
  code: Code;
  /** What was looked at. */
  what: string;
  /** What it was held against. */
  against: string;
  /** Since when that information stands (dateTimeStamp); null where it has no age. */
  asOf: string | null;
};

export type ShapeCheck = Of<'shape', ShapeCode> & { problems: Problem[] };
export type ProofCheck = Of<'proof', ProofCode>;
export type IssuerCheck = Of<'issuer', IssuerCode>;
export type DatesCheck = Of<'dates', DatesCode>;
export type StatusCheck = Of<'status', StatusCode>;
export type LogCheck = Of<'log', LogCode>;
export type Check = ShapeCheck | ProofCheck | IssuerCheck | DatesCheck | StatusCheck | LogCheck;

/** How a certificate stands, in the order in which a person has to know it. */
export type Standing =
  | 'valid'
  | 'not-valid'
  | 'unknown-issuer'
  | 'withdrawn'
  | 'suspended'
  | 'expired'
  | 'not-yet-valid'
  | 'cannot-tell';

export interface Verification {
  standing: Standing;
  /**
   * In this order: shape, proof, issuer, dates, status, log; only shape when it isn't JSON, only proof
   * when it is an EnvelopedVerifiableCredential, which isn't opened here.
   */
  checks: Check[];
  /** SHA-256 over the JCS form of the credential with its proofs, in hexadecimal; names the rosette. */
  digest: string | null;
  credential: JsonObject | null;
}
