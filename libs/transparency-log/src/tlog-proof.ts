// C2SP tlog-proof: index, audit path and checkpoint in one text.
import { fromBase64, parseDecimal, toBase64 } from './bytes.ts';
import { LogError } from './error.ts';
import { HASH_LENGTH } from './tree.ts';

export type TlogProof = {
  /** From 0. */
  index: number;
  /** Hashes of 32 bytes, from the leaf's sibling up to the root's child (RFC 6962 §2.1.1). */
  path: Uint8Array[];
  /** The whole signed note. */
  checkpoint: string;
  /** Opaque and not authenticated: nothing may be believed because it stands here. */
  extra?: Uint8Array;
};

const HEADER = 'c2sp.org/tlog-proof@v1';
// A path is no longer than the tree is high, and RFC 6962 sizes have 64 bits.
const LONGEST_PATH = 64;

/** The proof's text (C2SP tlog-proof, "Format"). Nothing is checked here. */
export function formatProof({ index, path, checkpoint, extra }: TlogProof): string {
  const lines = [HEADER];
  if (extra !== undefined) lines.push(`extra ${toBase64(extra)}`);
  lines.push(`index ${index}`, ...path.map((hash) => toBase64(hash)));
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/**
 * Reads the text; `malformed-proof` for what is none. The checkpoint is not read, and whether the
 * proof holds is not asked: see `evaluatePolicy` and `checkInclusion`.
 */
export function parseProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  const [header, ...lines] = text.slice(0, end).split('\n');
  if (end < 0 || header !== HEADER) throw new LogError('malformed-proof', `not a ${HEADER}`);
  const extra = lines[0]?.startsWith('extra ') ? lines.shift()?.slice('extra '.length) : undefined;
  const index = lines.shift();
  if (index === undefined || !index.startsWith('index ')) {
    throw new LogError('malformed-proof', 'no index line');
  }
  const path = lines.map((line) => fromBase64(line, 'malformed-proof'));
  if (path.length > LONGEST_PATH || path.some((hash) => hash.length !== HASH_LENGTH)) {
    throw new LogError('malformed-proof', 'a path is at most 64 hashes of 32 bytes');
  }
  const proof: TlogProof = {
    index: parseDecimal(index.slice('index '.length), 'malformed-proof'),
    path,
    checkpoint: text.slice(end + 2),
  };
  if (extra !== undefined) proof.extra = fromBase64(extra, 'malformed-proof');
  return proof;
}
