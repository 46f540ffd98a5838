// The log's part of verifying a credential, in the shape that libs/credentials asks for (`CheckLog`).
import type { Json } from './bundle.ts';
import { isObject, parseEvidence } from './bundle.ts';
import { toHex } from './bytes.ts';
import { LogError } from './error.ts';
import { parseVerifierKey, webcryptoEd25519 } from './key.ts';
import type { VerifyEd25519 } from './key.ts';
import { checkLogged } from './logged.ts';
import type { LogEvidence, LoggedAnswer } from './logged.ts';
import { parsePolicy } from './parse-policy.ts';
import { policyOf } from './policy.ts';
import type { LogPolicy } from './policy.ts';

/** One answer of `logChecker`. */
export type LogFinding = {
  outcome: 'passed' | 'failed' | 'cannot-tell';
  code: 'logged' | 'proof-missing' | 'proof-wrong' | 'log-unknown';
  what: string;
  against: string;
  /** The issue's time by its leaf, and the newest cosignature's: dateTimeStamps. */
  loggedAt: string | null;
  asOf: string | null;
  /** All that the log has of this certificate as far as evidence was handed in, the oldest first. */
  events: LoggedEvent[];
};

/** `time` is the leaf's. */
export type LoggedEvent = { event: string; time: string };
type Logged = Extract<LoggedAnswer, { outcome: 'logged' }>;

const ISSUED = 'issued';

/**
 * A trust file's log policy: the text of C2SP tlog-policy, or { logs, witnesses, need } of verifier
 * keys as texts. `malformed-policy` or `malformed-key` for anything else.
 */
export function readPolicy(policy: Json): LogPolicy {
  if (typeof policy === 'string') return parsePolicy(policy);
  if (!isObject(policy))
    throw new LogError('malformed-policy', 'a text, or logs, witnesses and need');
  const { logs, witnesses = [], need = 0 } = policy;
  if (!isTexts(logs) || !isTexts(witnesses) || typeof need !== 'number') {
    throw new LogError('malformed-policy', 'logs and witnesses: lists of keys; need: how many');
  }
  return policyOf(logs.map(parseVerifierKey), witnesses.map(parseVerifierKey), need);
}

/** `sha256:` and the digest in lower-case hexadecimal: how a leaf's `digest` is written. */
export function digestText(digest: Uint8Array): string {
  return `sha256:${toHex(digest)}`;
}

/**
 * Checks that the issue of this very document is in a log of the policy, and everything else that
 * the evidence says happened to it. `proof` is one log evidence or a bundle's list of them. One
 * that does not hold refuses all of them: a bundle tells either what the log has, or nothing.
 * `subject.digest` is SHA-256 of the credential's JCS form, `policy` what `readPolicy` takes. What
 * cannot be read is the finding `proof-wrong`, no error.
 */
export function logChecker(verify: VerifyEd25519 = webcryptoEd25519) {
  return async (
    proof: Json | undefined,
    subject: { id: string; digest: Uint8Array },
    policy: Json,
    at: Date,
  ): Promise<LogFinding> => {
    try {
      const known = readPolicy(policy);
      const seconds = Math.floor(at.getTime() / 1000);
      const found: Logged[] = [];
      for (const evidence of evidenceOf(proof)) {
        const expected = expectedOf(evidence, subject);
        const answer = await checkLogged(evidence, expected, known, seconds, verify);
        if (answer.outcome === 'refused') return refused(answer);
        found.push(answer);
      }
      return inWords(found);
    } catch (error) {
      if (error instanceof LogError) return finding('failed', 'proof-wrong', error.message, '');
      throw error;
    }
  };
}

function evidenceOf(proof: Json | undefined): LogEvidence[] {
  const all = Array.isArray(proof) ? proof : proof === undefined ? [] : [proof];
  return all.map(parseEvidence);
}

/** The issue logs the document; a change of state logs what the verifier does not have. */
function expectedOf({ event }: LogEvidence, subject: { id: string; digest: Uint8Array }) {
  const certificateId = subject.id;
  return event.event === ISSUED
    ? { certificateId, digest: digestText(subject.digest) }
    : { certificateId };
}

function refused(answer: Extract<LoggedAnswer, { outcome: 'refused' }>): LogFinding {
  const code = answer.reason === 'unknown-log' ? 'log-unknown' : 'proof-wrong';
  const what = `${answer.reason}: ${answer.detail}`;
  return finding('failed', code, what, 'the trust file’s log policy');
}

function inWords(found: readonly Logged[]): LogFinding {
  const issue = found.find(({ event }) => event.event === ISSUED);
  if (issue === undefined) return finding('cannot-tell', 'proof-missing', 'no log proof', '');
  const newest = issue.witnesses.map(({ at }) => at).toSorted((a, b) => b - a)[0];
  const events = found.toSorted(inOrder).map(({ event: { event, time } }) => ({ event, time }));
  const later = events.filter(({ event }) => event !== ISSUED);
  const then = later.map(({ event, time }) => `; ${event} ${time}`).join('');
  return {
    outcome: 'passed',
    code: 'logged',
    what: `leaf ${issue.index} of ${issue.size}${then}`,
    against: `${issue.origin}, ${issue.witnesses.length} witnesses`,
    loggedAt: issue.event.time,
    asOf: newest === undefined ? null : new Date(newest * 1000).toISOString(),
    events,
  };
}

/** By their times, as two logs number their leaves each by itself; within a second by their leaves. */
function inOrder(a: Logged, b: Logged): number {
  return Date.parse(a.event.time) - Date.parse(b.event.time) || a.index - b.index;
}

function finding(
  outcome: LogFinding['outcome'],
  code: LogFinding['code'],
  what: string,
  against: string,
): LogFinding {
  return {
    outcome,
    code,
    what,
    against: against || 'the transparency log',
    loggedAt: null,
    asOf: null,
    events: [],
  };
}

function isTexts(value: Json | undefined): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
