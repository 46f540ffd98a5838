// A small log for the tests and the benchmark: tiles in a map, keys from a seed.
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { append, newTree } from './append.ts';
import type { TreeState } from './append.ts';
import type { NoteSigner } from './key.ts';
import { formatNote, signNote } from './note.ts';
import { tilePath } from './tile.ts';
import type { ReadTile } from './tile.ts';

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** An Ed25519 signer whose seed is 32 times this byte, or these 32 bytes. */
export function signerOf(name: string, seed: number | Uint8Array): NoteSigner {
  const raw = typeof seed === 'number' ? Buffer.alloc(32, seed) : Buffer.from(seed);
  const der = Buffer.concat([PKCS8_ED25519, raw]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const publicKey = new Uint8Array(spki.subarray(-32));
  return { name, publicKey, sign: (message) => new Uint8Array(sign(null, message, key)) };
}

export class TryLog {
  readonly signer: NoteSigner;
  readonly tiles = new Map<string, Uint8Array>();
  state: TreeState;
  body = '';

  constructor(origin: string, seed: number) {
    this.signer = signerOf(origin, seed);
    this.state = newTree(origin);
  }

  add(entries: Uint8Array[]): this {
    const appended = append(this.state, entries);
    for (const tile of appended.tiles) this.tiles.set(tile.path, tile.data);
    this.state = appended.state;
    this.body = appended.checkpoint;
    return this;
  }

  readonly read: ReadTile = (tile) => {
    const found = this.tiles.get(tilePath(tile));
    if (found === undefined) throw new Error(`no ${tilePath(tile)}`);
    return found;
  };

  async checkpoint(): Promise<string> {
    return formatNote({ text: this.body, signatures: [await signNote(this.body, this.signer)] });
  }
}
