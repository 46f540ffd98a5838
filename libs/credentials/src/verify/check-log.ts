import { logChecker } from '#libs/transparency-log';

import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { instantOf } from '../document/date-time.ts';
import { asList, isObject, textOf } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import type { Trust } from '../trust/trust.ts';
import type { LogCheck } from './check.ts';
import { CLOCK_SKEW } from './check-dates.ts';
import { trustedIssuer } from './check-issuer.ts';
import type { Evidence, LogFinding, Means } from './evidence.ts';

/** A credential is logged when it is issued; later than this, its date was written backwards. */
const LONGEST_DELAY = 24 * 60 * 60 * 1000;

export async function findInLog(
  document: JsonObject,
  digest: Uint8Array,
  evidence: Evidence,
  trust: Trust,
  at: Date,
  means: Means,
): Promise<LogFinding | null> {
  const none = evidence.log === undefined || asList(evidence.log).length === 0;
  if (none || trust.log === null) {
    if (trustedIssuer(document, trust)?.log === 'none') return null;
    const what = trust.log === null ? 'the trust file names no log' : 'no log proof was handed in';
    const base = {
      outcome: 'cannot-tell',
      code: 'proof-missing',
      loggedAt: null,
      asOf: null,
    } as const;
    return { ...base, what, against: 'the transparency log', events: [] };
  }
  const id = textOf(document['id']) ?? '';
  const { verifyEd25519 } = means.cryptography ?? hostCryptography();
  const check = means.checkLog ?? logChecker(verifyEd25519);
  return check(evidence.log, { id, digest }, trust.log, at);
}

/** The log's answer; and that the date of the signature isn't much earlier than its day in the log. */
export function logCheck(document: JsonObject, finding: LogFinding | null): LogCheck {
  if (finding === null) {
    const what = 'the trust file asks for no log proof of this issuer';
    const base = { check: 'log', outcome: 'passed', code: 'not-required' } as const;
    return { ...base, what, against: 'the trust file', asOf: null };
  }
  const { outcome, code, what, against, loggedAt, asOf } = finding;
  const logged = loggedAt === null ? null : instantOf(loggedAt);
  if (outcome === 'passed' && loggedAt !== null && logged === null) {
    // Without a time nothing says that the date of the signature was not written backwards.
    const said = `in the log since ${loggedAt}, which is no dateTimeStamp`;
    return { check: 'log', outcome: 'failed', code: 'proof-wrong', what: said, against, asOf };
  }
  if (outcome === 'passed' && logged !== null) {
    for (const proof of asList(document['proof'])) {
      const created = isObject(proof) ? instantOf(textOf(proof['created']) ?? '') : null;
      if (created === null || fits(created, logged)) continue;
      const said = `dated ${new Date(created).toISOString()}, in the log since ${loggedAt}`;
      return {
        check: 'log',
        outcome: 'failed',
        code: 'logged-too-late',
        what: said,
        against,
        asOf,
      };
    }
  }
  return { check: 'log', outcome, code, what, against, asOf };
}

function fits(created: number, logged: number): boolean {
  return logged >= created - CLOCK_SKEW && logged <= created + LONGEST_DELAY;
}
