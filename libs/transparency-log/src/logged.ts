// Whether what a certificate claims stands in a log that the verifier trusts.
import { LogError } from './error.ts';
import { checkInclusion } from './check-proof.ts';
import type { VerifyEd25519 } from './key.ts';
import { leaf, parseSalt } from './leaf.ts';
import type { LogEvent } from './leaf.ts';
import { evaluatePolicy } from './policy.ts';
import type { LogPolicy, PolicyAnswer, Witnessed } from './policy.ts';
import { parseProof } from './tlog-proof.ts';
import { leafHash } from './tree.ts';

/** What opens one commitment: the event, its salt (base64) and a C2SP tlog-proof. */
export type LogEvidence = { event: LogEvent; salt: string; proof: string };

/**
 * `index` is the leaf's, from 0, in a tree of `size` leaves; the witnesses are those of the policy.
 */
export type LoggedAnswer =
  | {
      outcome: 'logged';
      event: LogEvent;
      origin: string;
      index: number;
      size: number;
      witnesses: Witnessed[];
    }
  | {
      outcome: 'refused';
      reason: 'unreadable' | 'another-certificate' | 'not-included' | RefusedPolicy;
      detail: string;
    };
type RefusedPolicy = Extract<PolicyAnswer, { outcome: 'refused' }>['reason'];

/**
 * `expected` comes from the certificate itself: its id and, where the event logs the document, its
 * digest. `at` is the verifier's time in seconds. What is in the log was there when its earliest
 * cosignature was made: a stolen issuing key cannot put something there with an older date.
 * Evidence that cannot be read is refused as `unreadable`, never thrown.
 */
export async function checkLogged(
  evidence: LogEvidence,
  expected: { certificateId: string; digest?: string },
  policy: LogPolicy,
  at: number,
  verify: VerifyEd25519,
): Promise<LoggedAnswer> {
  const { event } = evidence;
  if (event.certificateId !== expected.certificateId) {
    return { outcome: 'refused', reason: 'another-certificate', detail: event.certificateId };
  }
  if (expected.digest !== undefined && event.digest !== expected.digest) {
    return { outcome: 'refused', reason: 'another-certificate', detail: event.digest };
  }
  try {
    const proof = parseProof(evidence.proof);
    const entry = leaf(event, parseSalt(evidence.salt));
    const answer = await evaluatePolicy(proof.checkpoint, policy, at, verify);
    if (answer.outcome === 'refused') return answer;
    const { origin, size, root } = answer.checkpoint;
    if (
      !checkInclusion({ index: proof.index, leafHash: leafHash(entry), size, root }, proof.path)
    ) {
      return {
        outcome: 'refused',
        reason: 'not-included',
        detail: `leaf ${proof.index} of ${size}`,
      };
    }
    const { index } = proof;
    return { outcome: 'logged', event, origin, index, size, witnesses: answer.witnesses };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return { outcome: 'refused', reason: 'unreadable', detail: error.message };
  }
}
