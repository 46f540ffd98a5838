import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

import { fromBase64url } from '../document/base64url.ts';
import { concat, utf8 } from '../document/bytes.ts';
import { CredentialsError } from '../credentials-error.ts';
import type { Cryptography, Curve } from './cryptography.ts';
import { uncompressed } from './curve-point.ts';

// RFC 8410 §7: the fixed head of an Ed25519 private key in PKCS #8.
const PKCS8 = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32);

/**
 * `Cryptography` by Web Cryptography API and Compression Streams, as browsers have them; hashes by
 * @noble/hashes. `unavailable` for a key whose algorithm the host doesn't know.
 */
export function webCryptography(): Cryptography {
  return {
    sha256: (data) => sha256(bytesOf(data)),
    sha384: (data) => sha384(bytesOf(data)),
    sha512: (data) => sha512(bytesOf(data)),
    async verifyEd25519(publicKey, message, signature) {
      if (publicKey.length !== 32 || signature.length !== 64) return false;
      const { subtle } = globalThis.crypto;
      const key = await subtle
        .importKey('raw', plain(publicKey), 'Ed25519', false, ['verify'])
        .catch(wrongKey);
      return key !== null && subtle.verify('Ed25519', key, plain(signature), plain(message));
    },
    verifyEcdsa,
    async ed25519FromSeed(seed) {
      const { subtle } = globalThis.crypto;
      const pkcs8 = plain(concat(PKCS8, seed));
      const own = await subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
      const { x = '' } = await subtle.exportKey('jwk', own);
      return {
        publicKey: fromBase64url(x),
        sign: async (message) => new Uint8Array(await subtle.sign('Ed25519', own, plain(message))),
      };
    },
    gunzip,
    gzip: async (bytes) => {
      const stream = new Blob([plain(bytes)]).stream().pipeThrough(new CompressionStream('gzip'));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    },
  };
}

async function verifyEcdsa(
  curve: Curve,
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const point = uncompressed(curve, publicKey);
  if (point === null || signature.length !== (curve === 'P-256' ? 64 : 96)) return false;
  const { subtle } = globalThis.crypto;
  const algorithm = { name: 'ECDSA', namedCurve: curve };
  const key = await subtle
    .importKey('raw', plain(point), algorithm, false, ['verify'])
    .catch(wrongKey);
  if (key === null) return false;
  const hash = curve === 'P-256' ? 'SHA-256' : 'SHA-384';
  return subtle.verify({ name: 'ECDSA', hash }, key, plain(signature), plain(message));
}

async function gunzip(bytes: Uint8Array, most: number): Promise<Uint8Array> {
  const stream = new Blob([plain(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > most) throw new Error('longer than allowed');
      parts.push(next.value);
    }
  } catch {
    await reader.cancel().catch(() => undefined);
    throw new CredentialsError('malformed-status-list', 'not GZIP, or longer than allowed');
  }
  return concat(...parts);
}

/** What a host without Ed25519 says of a good key, too: that must not read as "wrong signature". */
function wrongKey(error: unknown): null {
  if (error instanceof Error && error.name === 'NotSupportedError') {
    throw new CredentialsError(
      'unavailable',
      'this browser does not know the algorithm of the key',
    );
  }
  return null;
}

function bytesOf(data: Uint8Array | string): Uint8Array {
  return typeof data === 'string' ? utf8(data) : data;
}

/** A copy over a plain buffer, as WebCrypto's types demand. */
function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
