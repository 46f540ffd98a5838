// C2SP tlog-witness, add-checkpoint, as a pure step: what was seen, a submission -> what to sign.
import { equal, fromBase64, parseDecimal, toBase64 } from './bytes.ts';
import { checkConsistency } from './check-proof.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { LogError } from './error.ts';
import type { VerifierKey, VerifyEd25519 } from './key.ts';
import { openNote } from './note.ts';

/**
 * `old` is the size last cosigned, in leaves; `proof` the consistency proof; `checkpoint` a note.
 */
export type Submission = { old: number; proof: Uint8Array[]; checkpoint: string };
/** The latest checkpoint cosigned for an origin; absent when there was none. */
export type Seen = { size: number; root: Uint8Array };

/** `seen` is to be stored, atomically with the check of the old one, before `body` is cosigned. */
export type Observation =
  | { outcome: 'extends'; origin: string; seen: Seen; body: string }
  | { outcome: 'refused'; status: 400 | 403 | 404 | 422; reason: string }
  | { outcome: 'refused'; status: 409; reason: string; size: number };

const MOST_PROOF_LINES = 63;

/** The request's body (C2SP tlog-witness, "add-checkpoint"). Nothing is checked here. */
export function formatSubmission({ old, proof, checkpoint }: Submission): string {
  const lines = [`old ${old}`, ...proof.map((hash) => toBase64(hash))];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Reads the request's body; `malformed-request` for what is none. The checkpoint is not read. */
export function parseSubmission(body: string): Submission {
  const end = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, end).split('\n');
  if (end < 0 || !first.startsWith('old ') || lines.length > MOST_PROOF_LINES) {
    throw new LogError('malformed-request', 'an old size line, at most 63 hashes, a checkpoint');
  }
  return {
    old: parseDecimal(first.slice('old '.length), 'malformed-request'),
    proof: lines.map((line) => fromBase64(line, 'malformed-request')),
    checkpoint: body.slice(end + 2),
  };
}

/**
 * What a witness answers to a submission: it signs only what extends what it has seen of that
 * origin. `logs` are the keys it knows. The statuses are those of C2SP tlog-witness,
 * "add-checkpoint"; what cannot be read is refused with 400, never thrown.
 */
export async function observe(
  seenOf: (origin: string) => Seen | undefined,
  submission: Submission,
  logs: readonly VerifierKey[],
  verify: VerifyEd25519,
): Promise<Observation> {
  const opened = await openNote(submission.checkpoint, logs, verify).catch(unreadable);
  if (opened === null) return { outcome: 'refused', status: 400, reason: 'not a checkpoint' };
  const { origin, size, root } = parseOrNull(opened.text) ?? {};
  if (origin === undefined || size === undefined || root === undefined) {
    return { outcome: 'refused', status: 400, reason: 'not a checkpoint' };
  }
  if (!logs.some((key) => key.name === origin)) {
    return { outcome: 'refused', status: 404, reason: 'a log that is not known here' };
  }
  const own = opened.checked.filter(({ key }) => key.use === 'note' && key.name === origin);
  if (!own.some(({ valid }) => valid)) {
    return { outcome: 'refused', status: 403, reason: 'not signed by that log' };
  }
  if (submission.old > size) {
    return { outcome: 'refused', status: 400, reason: 'the old size is above the checkpoint' };
  }
  const seen = seenOf(origin);
  const latest = seen?.size ?? 0;
  if (submission.old !== latest) {
    return { outcome: 'refused', status: 409, reason: 'another size was seen last', size: latest };
  }
  if (seen !== undefined && seen.size === size && !equal(seen.root, root)) {
    return { outcome: 'refused', status: 409, reason: 'another root of that size', size: latest };
  }
  const claim = { oldSize: latest, oldRoot: seen?.root ?? root, size, root };
  if (!checkConsistency(claim, submission.proof)) {
    return { outcome: 'refused', status: 422, reason: 'it does not extend what was seen' };
  }
  return { outcome: 'extends', origin, seen: { size, root }, body: opened.text };
}

function unreadable(error: unknown): null {
  if (error instanceof LogError) return null;
  throw error;
}

function parseOrNull(body: string): ReturnType<typeof parseCheckpoint> | null {
  try {
    return parseCheckpoint(body);
  } catch (error) {
    return unreadable(error);
  }
}
