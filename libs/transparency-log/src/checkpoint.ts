// C2SP tlog-checkpoint: the body of the note that a log signs.
import { fromBase64, parseDecimal, toBase64 } from './bytes.ts';
import { LogError } from './error.ts';
import { HASH_LENGTH } from './tree.ts';

/**
 * C2SP tlog-checkpoint, "Note text": size in leaves, root 32 bytes. Extension lines are kept, as
 * they are signed; nothing reads them.
 */
export type Checkpoint = { origin: string; size: number; root: Uint8Array; extensions?: string[] };

/** The body, each line with its newline; `parseCheckpoint` reads it. Nothing is checked here. */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  return `${[origin, String(size), toBase64(root), ...extensions].join('\n')}\n`;
}

/** Reads a body (not a note); `malformed-checkpoint` for what is none, or is spelt otherwise. */
export function parseCheckpoint(body: string): Checkpoint {
  const [origin = '', size = '', root = '', ...rest] = body.split('\n');
  const extensions = rest.slice(0, -1);
  if (origin === '' || rest.at(-1) !== '' || extensions.includes('')) {
    throw new LogError(
      'malformed-checkpoint',
      'a checkpoint is three lines that are not empty, or more',
    );
  }
  const checkpoint: Checkpoint = {
    origin,
    size: parseDecimal(size, 'malformed-checkpoint'),
    root: fromBase64(root, 'malformed-checkpoint'),
  };
  if (checkpoint.root.length !== HASH_LENGTH) {
    throw new LogError('malformed-checkpoint', 'a root is 32 bytes');
  }
  if (extensions.length > 0) checkpoint.extensions = extensions;
  return checkpoint;
}
