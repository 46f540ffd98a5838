// Verifier keys and the Ed25519 seam (C2SP signed-note, "Signatures", "Verifier keys").
import { concat, equal, fromBase64, fromHex, toBase64, toHex, utf8 } from './bytes.ts';
import { LogError } from './error.ts';
import { sha256 } from './sha256.ts';

/** 'note' signs the text itself (type 0x01), 'cosignature' a time and the text (type 0x04). */
export type KeyUse = 'note' | 'cosignature';
/** `publicKey` 32 bytes, `id` the 4 bytes of `keyId`. */
export type VerifierKey = { name: string; use: KeyUse; publicKey: Uint8Array; id: Uint8Array };

/** `sign` is raw Ed25519 (RFC 8032): any bytes to 64; a key in hardware fits behind it. */
export type NoteSigner = {
  name: string;
  publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
};
/** Raw Ed25519 (RFC 8032); `false`, not an error, for a key or signature of a wrong shape. */
export type VerifyEd25519 = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

/** One signature line: `keyId` 4 bytes, `signature` what follows them. */
export type NoteSignature = { name: string; keyId: Uint8Array; signature: Uint8Array };

const TYPES: Record<KeyUse, number> = { note: 0x01, cosignature: 0x04 };

export function checkKeyName(name: string): void {
  if (name === '' || /[\s+\p{Z}\p{Cc}]/u.test(name)) {
    throw new LogError(
      'malformed-key',
      'a key name is not empty and has no space, plus or control',
    );
  }
}

/** key ID = SHA-256(key name || 0x0A || signature type || public key)[:4]. */
export function keyId(name: string, use: KeyUse, publicKey: Uint8Array): Uint8Array {
  const typed = concat(Uint8Array.of(TYPES[use]), publicKey);
  return sha256(concat(utf8(`${name}\n`), typed)).subarray(0, 4);
}

/** A key with its ID; `malformed-key` for a name that is none or a key that is not 32 bytes. */
export function verifierKey(name: string, use: KeyUse, publicKey: Uint8Array): VerifierKey {
  checkKeyName(name);
  if (publicKey.length !== 32) throw new LogError('malformed-key', 'an Ed25519 key is 32 bytes');
  return { name, use, publicKey, id: keyId(name, use, publicKey) };
}

/** <name>+<hex key ID>+<base64(type || public key)> (C2SP signed-note, "Verifier keys"). */
export function formatVerifierKey(key: VerifierKey): string {
  const typed = concat(Uint8Array.of(TYPES[key.use]), key.publicKey);
  return `${key.name}+${toHex(key.id)}+${toBase64(typed)}`;
}

/**
 * The same read. `malformed-key` for a type that is not 0x01 or 0x04, a key ID that isn't the key's
 * own, and anything that is no such text.
 */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name = '', id = '', material = ''] = /^([^+]*)\+([^+]*)\+(.*)$/s.exec(text) ?? [];
  const typed = fromBase64(material, 'malformed-key');
  const use =
    typed[0] === TYPES.note ? 'note' : typed[0] === TYPES.cosignature ? 'cosignature' : null;
  if (use === null) throw new LogError('malformed-key', 'a signature type that is not known here');
  const key = verifierKey(name, use, typed.subarray(1));
  if (!equal(key.id, fromHex(id, 'malformed-key'))) {
    throw new LogError('malformed-key', 'the key ID is not that of the key');
  }
  return key;
}

/**
 * WebCrypto's Ed25519, in Node and browsers. A key or signature of a wrong shape doesn't verify. A host
 * without Ed25519 says NotSupportedError, which is thrown: it must not read as "wrong signature".
 */
export async function webcryptoEd25519(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const { subtle } = globalThis.crypto;
  // Copies, so that their buffers are plain ones, as WebCrypto's types demand.
  const raw = new Uint8Array(publicKey);
  const key = await subtle.importKey('raw', raw, 'Ed25519', false, ['verify']).catch(wrongKey);
  if (key === null) return false;
  return subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(message));
}

function wrongKey(error: unknown): null {
  // By its name: a DOMException of another realm is no Error of this one.
  const isUnsupported =
    typeof error === 'object' &&
    error !== null &&
    'name' in error &&
    error.name === 'NotSupportedError';
  if (isUnsupported) throw error;
  return null;
}
