// C2SP tlog-policy: which logs are believed, and which witnesses must have seen the same.
import { equal } from './bytes.ts';
import { parseCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import { LogError } from './error.ts';
import type { VerifierKey, VerifyEd25519 } from './key.ts';
import { openNote } from './note.ts';
import type { CheckedSignature } from './note.ts';

/** At least `need` of the members; a member is a witness or a group of its own. need 0: no witness. */
export type Quorum = { need: number; members: (VerifierKey | Quorum)[] };
/** `logs` are 'note' keys named as their origins, `witnesses` 'cosignature' keys; no key twice. */
export type LogPolicy = { logs: VerifierKey[]; witnesses: VerifierKey[]; quorum: Quorum };

/** A witness by its key's name, and the time of its newest cosignature in seconds since 1970. */
export type Witnessed = { name: string; at: number };
/** What `evaluatePolicy` says of a checkpoint; `detail` is for people. */
export type PolicyAnswer =
  | { outcome: 'trusted'; checkpoint: Checkpoint; log: VerifierKey; witnesses: Witnessed[] }
  | {
      outcome: 'refused';
      reason: 'unreadable' | 'unknown-log' | 'wrong-signature' | 'too-few-witnesses';
      detail: string;
    };

/**
 * Any `need` of these witnesses (0 to all of them), for any of these logs. `malformed-policy` for a
 * number that cannot be had, a key that stands there twice (C2SP tlog-policy, "Public key
 * representation") or a key of the other use.
 */
export function policyOf(logs: VerifierKey[], witnesses: VerifierKey[], need: number): LogPolicy {
  if (!Number.isInteger(need) || need < 0 || need > witnesses.length) {
    throw new LogError(
      'malformed-policy',
      `${need} of ${witnesses.length} witnesses cannot be had`,
    );
  }
  const policy = { logs, witnesses, quorum: { need, members: witnesses } };
  refuseDuplicates(policy);
  return policy;
}

/** A witness under two names, or a log that witnesses itself twice, would count double. */
export function refuseDuplicates({ logs, witnesses }: LogPolicy): void {
  for (const keys of [logs, witnesses]) {
    for (const [i, key] of keys.entries()) {
      if (keys.slice(0, i).some((other) => equal(other.publicKey, key.publicKey))) {
        throw new LogError('malformed-policy', `the key of ${key.name} stands there twice`);
      }
    }
  }
  if (
    logs.some((key) => key.use !== 'note') ||
    witnesses.some((key) => key.use !== 'cosignature')
  ) {
    throw new LogError('malformed-policy', 'a log signs notes (0x01), a witness cosigns (0x04)');
  }
}

/**
 * Whether this checkpoint may be believed (C2SP tlog-policy, "What is a 'policy'?"; signed-note,
 * "Signatures"). It must be signed by a log whose name is its origin, no signature of a known key
 * may be wrong, and the quorum must have cosigned it. `at` (seconds since 1970) refuses
 * cosignatures from the future; 300 s of difference between clocks are allowed. A note that cannot
 * be read is refused as `unreadable`, never thrown.
 */
export async function evaluatePolicy(
  note: string,
  policy: LogPolicy,
  at: number,
  verify: VerifyEd25519,
): Promise<PolicyAnswer> {
  let opened: Awaited<ReturnType<typeof openNote>>;
  let checkpoint: Checkpoint;
  try {
    opened = await openNote(note, [...policy.logs, ...policy.witnesses], verify);
    checkpoint = parseCheckpoint(opened.text);
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return { outcome: 'refused', reason: 'unreadable', detail: error.message };
  }
  const { checked } = opened;
  const wrong = checked.find((one) => !one.valid || (one.at ?? 0) > at + 300);
  if (wrong !== undefined) {
    return { outcome: 'refused', reason: 'wrong-signature', detail: wrong.key.name };
  }
  const log = checked.find((one) => one.key.use === 'note' && one.key.name === checkpoint.origin);
  if (log === undefined) {
    return { outcome: 'refused', reason: 'unknown-log', detail: checkpoint.origin };
  }
  const witnesses = witnessesOf(checked);
  if (!isMet(policy.quorum, checked)) {
    const detail = `${witnesses.length} cosigned: ${witnesses.map(({ name }) => name).join(', ')}`;
    return { outcome: 'refused', reason: 'too-few-witnesses', detail };
  }
  return { outcome: 'trusted', checkpoint, log: log.key, witnesses };
}

function witnessesOf(checked: CheckedSignature[]): Witnessed[] {
  const seen = new Map<string, Witnessed>();
  for (const { key, at } of checked) {
    if (key.use !== 'cosignature' || at === undefined) continue;
    if (at > (seen.get(key.name)?.at ?? -1)) seen.set(key.name, { name: key.name, at });
  }
  return [...seen.values()];
}

function isMet(quorum: Quorum, checked: CheckedSignature[]): boolean {
  const met = quorum.members.filter((member) =>
    'need' in member
      ? isMet(member, checked)
      : checked.some(({ key }) => equal(key.publicKey, member.publicKey) && key.use === member.use),
  );
  return met.length >= quorum.need;
}
