// Whether the one who signed is the one the credential names, and the trust file knows him and his key
// for the time in question. A key that ended or was stolen signs any date it likes: only the log's own
// time says when a credential was there, so it counts before the date of the proof wherever it is known.
import type { HistoricKey } from '../did/did-web.ts';
import { instantOf } from '../document/date-time.ts';
import { isObject, textOf } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import type { ProofFinding } from '../proof/check-proof.ts';
import type { Trust, TrustedIssuer } from '../trust/trust.ts';
import { documentProblem } from './bundled-document.ts';
import type { IssuerCheck, IssuerCode } from './check.ts';
import { CLOCK_SKEW } from './check-dates.ts';

type Signed = Extract<ProofFinding, { outcome: 'passed' }>;

export function issuerOf(document: JsonObject): string {
  const { issuer } = document;
  return textOf(isObject(issuer) ? issuer['id'] : issuer) ?? '';
}

export function trustedIssuer(document: JsonObject, trust: Trust): TrustedIssuer | null {
  const id = issuerOf(document);
  return trust.issuers.find((issuer) => issuer.id === id) ?? null;
}

/** When the credential is looked at, and when it was there for certain. */
export interface Seen {
  at: Date;
  /** When the log took it in, if a log proof was checked and holds. */
  loggedAt: string | null;
}

/**
 * `bundled`: the DID document that came in a bundle; it is not asked, but it may not say anything else
 * either.
 */
export function checkIssuer(
  document: JsonObject,
  findings: readonly ProofFinding[],
  trust: Trust,
  seen: Seen,
  bundled: JsonObject | null = null,
): IssuerCheck {
  const id = issuerOf(document);
  const issuer = trustedIssuer(document, trust);
  const against = `the trust file: ${trust.issuers.length} issuers`;
  const answer = (
    outcome: IssuerCheck['outcome'],
    code: IssuerCode,
    what: string,
  ): IssuerCheck => ({
    check: 'issuer',
    outcome,
    code,
    what,
    against,
    asOf: null,
  });
  if (issuer === null) return answer('failed', 'unknown-issuer', id);
  const signed = findings.filter((one) => one.outcome === 'passed');
  if (signed.length === 0) {
    return answer('cannot-tell', 'unknown-key', `${id}, but no proof that holds`);
  }
  for (const proof of signed) {
    const refused = keyProblem(issuer, proof, seen);
    if (refused !== null) return answer('failed', refused.code, refused.what);
  }
  const disagreement = bundled === null ? null : documentProblem(bundled, issuer, signed);
  if (disagreement !== null) return answer('failed', 'document-disagrees', disagreement);
  return answer('passed', 'trusted', `${issuer.name} (${id})`);
}

function keyProblem(
  issuer: TrustedIssuer,
  signed: Signed,
  seen: Seen,
): { code: IssuerCode; what: string } | null {
  const method = signed.verificationMethod;
  const key = issuer.keys.find(({ id }) => id === method);
  if (key === undefined) {
    // A did:key is its own name; any other method has to be one of this issuer.
    const own = method.startsWith(`${issuer.id}#`);
    return { code: own ? 'unknown-key' : 'key-of-another', what: method };
  }
  const created = textOf(signed.proof['created']);
  return timeProblem(key, created === null ? null : instantOf(created), seen);
}

function timeProblem(
  key: HistoricKey,
  created: number | null,
  { at, loggedAt }: Seen,
): { code: IssuerCode; what: string } | null {
  const logged = loggedAt === null ? null : instantOf(loggedAt);
  const from = instantOf(key.from) ?? Infinity;
  const until = key.until === null ? Infinity : (instantOf(key.until) ?? -Infinity);
  if (key.compromisedFrom !== null) {
    const stolen = instantOf(key.compromisedFrom) ?? -Infinity;
    // Whatever date the proof claims: without the log, the thief may have written it.
    if (logged === null || logged >= stolen) {
      return { code: 'key-compromised', what: `${key.id}, since ${key.compromisedFrom}` };
    }
  }
  // VC-DI §2.1: a proof need not have a date. Such a one claims no time: it is as good as one made when
  // it was first seen for certain, in the log or now.
  const known = logged ?? created ?? at.getTime();
  const undated = created === null ? ', and the proof has no date' : '';
  if ((created ?? known + CLOCK_SKEW) < from) {
    return { code: 'key-not-yet', what: `${key.id} is in use from ${key.from}${undated}` };
  }
  if (Math.max(created ?? known, known) > until) {
    return { code: 'key-ended', what: `${key.id} was in use until ${key.until}${undated}` };
  }
  return null;
}
