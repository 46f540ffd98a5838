// SHA-256, synchronous: WebCrypto's is a promise for each 65 bytes of a tree node. Node's own is
// taken where it is there (1.1 million small hashes a second against 0.6 by @noble/hashes).
import { sha256 as portable } from '@noble/hashes/sha2.js';

type NodeCrypto = { hash(algorithm: string, data: Uint8Array, encoding: 'buffer'): Uint8Array };

function nodeCrypto(): NodeCrypto | undefined {
  const host = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  const found = host.process?.getBuiltinModule?.('node:crypto') as Partial<NodeCrypto> | undefined;
  return typeof found?.hash === 'function' ? (found as NodeCrypto) : undefined;
}

function fromNode(node: NodeCrypto): (data: Uint8Array) => Uint8Array {
  return (data) => {
    const made = node.hash('sha256', data, 'buffer');
    return new Uint8Array(made.buffer, made.byteOffset, made.byteLength);
  };
}

const node = nodeCrypto();

/** FIPS 180-4 SHA-256: any bytes to 32 bytes. */
export const sha256: (data: Uint8Array) => Uint8Array =
  node === undefined ? (data) => portable(data) : fromNode(node);
