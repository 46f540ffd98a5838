import type { KeyObject } from 'node:crypto';

import { fromBase64url } from '../document/base64url.ts';
import { concat, fromHex } from '../document/bytes.ts';
import { CredentialsError } from '../credentials-error.ts';
import type { Cryptography, Curve } from './cryptography.ts';

// RFC 8410 §7: the fixed head of an Ed25519 key in PKCS #8 and in SubjectPublicKeyInfo.
const PKCS8 = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32);
const SPKI = Uint8Array.of(48, 42, 48, 5, 6, 3, 43, 101, 112, 3, 33, 0);
// RFC 5480 §2: the same for compressed points of the two curves.
const EC_SPKI: Record<Curve, Uint8Array> = {
  'P-256': fromHex('3039301306072a8648ce3d020106082a8648ce3d030107032200'),
  'P-384': fromHex('3046301006072a8648ce3d020106052b81040022033200'),
};
const MOST_KEYS = 256;

type NodeCrypto = typeof import('node:crypto');
type NodeZlib = typeof import('node:zlib');

function builtin(id: string): unknown {
  const host = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  return host.process?.getBuiltinModule?.(id);
}

export function nodeCryptography(): Cryptography | null {
  const crypto = builtin('node:crypto') as NodeCrypto | undefined;
  const zlib = builtin('node:zlib') as NodeZlib | undefined;
  if (typeof crypto?.hash !== 'function' || zlib === undefined) return null;
  return fromNode(crypto, zlib);
}

function fromNode(crypto: NodeCrypto, zlib: NodeZlib): Cryptography {
  const publicKey = keysByText(crypto);
  return {
    sha256: (data) => plain(crypto.hash('sha256', data, 'buffer')),
    sha384: (data) => plain(crypto.hash('sha384', data, 'buffer')),
    sha512: (data) => plain(crypto.hash('sha512', data, 'buffer')),
    verifyEd25519(key, message, signature) {
      if (key.length !== 32 || signature.length !== 64) return false;
      const opened = publicKey(SPKI, key);
      return opened !== null && crypto.verify(null, message, opened, signature);
    },
    verifyEcdsa(curve, key, message, signature) {
      const size = curve === 'P-256' ? 32 : 48;
      if (key.length !== size + 1 || signature.length !== 2 * size) return false;
      const opened = publicKey(EC_SPKI[curve], key);
      if (opened === null) return false;
      const hash = curve === 'P-256' ? 'sha256' : 'sha384';
      return crypto.verify(hash, message, { key: opened, dsaEncoding: 'ieee-p1363' }, signature);
    },
    async ed25519FromSeed(seed) {
      const der = Buffer.from(concat(PKCS8, seed));
      const key = crypto.createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
      const { x = '' } = crypto.createPublicKey(key).export({ format: 'jwk' });
      return {
        publicKey: fromBase64url(x),
        sign: (message) => plain(crypto.sign(null, message, key)),
      };
    },
    gunzip(bytes, most) {
      try {
        return plain(zlib.gunzipSync(bytes, { maxOutputLength: most }));
      } catch {
        throw new CredentialsError('malformed-status-list', 'not GZIP, or longer than allowed');
      }
    },
    gzip: (bytes) => plain(zlib.gzipSync(bytes, { level: 9 })),
  };
}

/** Opening a key costs as much as a third of a verification; an issuer has few of them. */
function keysByText(crypto: NodeCrypto): (head: Uint8Array, key: Uint8Array) => KeyObject | null {
  const known = new Map<string, KeyObject>();
  return (head, key) => {
    const name = Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1');
    const before = known.get(name);
    if (before !== undefined) return before;
    try {
      const der = Buffer.from(concat(head, key));
      const opened = crypto.createPublicKey({ key: der, format: 'der', type: 'spki' });
      if (known.size >= MOST_KEYS) known.clear();
      known.set(name, opened);
      return opened;
    } catch {
      return null;
    }
  };
}

function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
