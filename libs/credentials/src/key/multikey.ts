// Multikey (Controlled Identifiers 1.0, "Multikey"): multibase 'z' over a multicodec head and the key.
import type { Curve } from '../cryptography/cryptography.ts';
import { CredentialsError } from '../credentials-error.ts';
import { fromBase58, toBase58 } from '../document/base58.ts';
import { concat } from '../document/bytes.ts';

/** `bytes`: 32 of Ed25519; 33 or 49, a compressed point (SEC 1 §2.3.4), of P-256 or P-384. */
export type PublicKey =
  | { algorithm: 'Ed25519'; bytes: Uint8Array }
  | { algorithm: Curve; bytes: Uint8Array };

const PUBLIC: { algorithm: PublicKey['algorithm']; head: [number, number]; length: number }[] = [
  { algorithm: 'Ed25519', head: [0xed, 0x01], length: 32 },
  { algorithm: 'P-256', head: [0x80, 0x24], length: 33 },
  { algorithm: 'P-384', head: [0x81, 0x24], length: 49 },
];
const ED25519_SECRET: [number, number] = [0x80, 0x26];

const known = new Map<string, PublicKey>();
const MOST_KEYS = 256;

/**
 * The key behind a publicKeyMultibase (Controlled Identifiers 1.0, "Multikey"). `malformed-key` for
 * anything else than a 'z' Multikey of these algorithms, `malformed-encoding` for what is no
 * base58.
 */
export function parseMultikey(text: string): PublicKey {
  const before = known.get(text);
  if (before !== undefined) return before;
  const bytes = textBytes(text);
  const kind = PUBLIC.find(({ head }) => head[0] === bytes[0] && head[1] === bytes[1]);
  if (kind === undefined || bytes.length !== kind.length + 2) {
    throw new CredentialsError('malformed-key', 'no Ed25519, P-256 or P-384 Multikey');
  }
  const key = { algorithm: kind.algorithm, bytes: bytes.slice(2) };
  if (known.size >= MOST_KEYS) known.clear();
  known.set(text, key);
  return key;
}

/** The publicKeyMultibase of a key; `malformed-key` when its length is another. */
export function formatMultikey(key: PublicKey): string {
  const kind = PUBLIC.find(({ algorithm }) => algorithm === key.algorithm);
  if (kind === undefined || key.bytes.length !== kind.length) {
    throw new CredentialsError('malformed-key', `no ${key.algorithm} key`);
  }
  return `z${toBase58(concat(Uint8Array.from(kind.head), key.bytes))}`;
}

/** The seed, 32 bytes, behind an Ed25519 secretKeyMultibase; errors as of `parseMultikey`. */
export function parseSecretMultikey(text: string): Uint8Array {
  const bytes = textBytes(text);
  if (bytes[0] !== ED25519_SECRET[0] || bytes[1] !== ED25519_SECRET[1] || bytes.length !== 34) {
    throw new CredentialsError('malformed-key', 'no Ed25519 secret Multikey');
  }
  return bytes.slice(2);
}

/** The secretKeyMultibase of a seed, as much a secret; `malformed-key` unless it is 32 bytes. */
export function formatSecretMultikey(seed: Uint8Array): string {
  if (seed.length !== 32) throw new CredentialsError('malformed-key', 'a seed is 32 bytes');
  return `z${toBase58(concat(Uint8Array.from(ED25519_SECRET), seed))}`;
}

function textBytes(text: string): Uint8Array {
  if (!text.startsWith('z') || text.length > 200) {
    throw new CredentialsError('malformed-key', 'a Multikey begins with z');
  }
  return fromBase58(text.slice(1));
}
