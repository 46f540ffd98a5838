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

export type LogFinding = {
  outcome: 'passed' | 'failed' | 'cannot-tell';
  code: 'logged' | 'proof-missing' | 'proof-wrong' | 'log-unknown';
  what: string;
  against: string;
  /** The leaf's time, and the newest cosignature's: dateTimeStamps. */
  loggedAt: string | null;
  asOf: string | null;
};

/** A trust file's log policy: the text of C2SP tlog-policy, or { logs, witnesses, need } of key texts. */
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

export function digestText(digest: Uint8Array): string {
  return `sha256:${toHex(digest)}`;
}

/**
 * Checks that the issue of this very document is in a log of the policy. `proof` is one log evidence
 * or a bundle's list of them; of a list, the evidence of the issue counts.
 */
export function logChecker(verify: VerifyEd25519 = webcryptoEd25519) {
  return async (
    proof: Json | undefined,
    subject: { id: string; digest: Uint8Array },
    policy: Json,
    at: Date,
  ): Promise<LogFinding> => {
    try {
      const evidence = evidenceOfIssue(proof);
      if (evidence === null) return finding('cannot-tell', 'proof-missing', 'no log proof', '');
      const expected = { certificateId: subject.id, digest: digestText(subject.digest) };
      const seconds = Math.floor(at.getTime() / 1000);
      return inWords(await checkLogged(evidence, expected, readPolicy(policy), seconds, verify));
    } catch (error) {
      if (error instanceof LogError) return finding('failed', 'proof-wrong', error.message, '');
      throw error;
    }
  };
}

function evidenceOfIssue(proof: Json | undefined): LogEvidence | null {
  const all = (Array.isArray(proof) ? proof : proof === undefined ? [] : [proof]).map(
    parseEvidence,
  );
  return all.find(({ event }) => event.event === 'issued') ?? null;
}

function inWords(answer: LoggedAnswer): LogFinding {
  if (answer.outcome === 'refused') {
    const code = answer.reason === 'unknown-log' ? 'log-unknown' : 'proof-wrong';
    return finding(
      'failed',
      code,
      `${answer.reason}: ${answer.detail}`,
      'the trust file’s log policy',
    );
  }
  const newest = answer.witnesses.map(({ at }) => at).toSorted((a, b) => b - a)[0];
  return {
    outcome: 'passed',
    code: 'logged',
    what: `leaf ${answer.index} of ${answer.size}`,
    against: `${answer.origin}, ${answer.witnesses.length} witnesses`,
    loggedAt: answer.event.time,
    asOf: newest === undefined ? null : new Date(newest * 1000).toISOString(),
  };
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
  };
}

function isTexts(value: Json | undefined): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
