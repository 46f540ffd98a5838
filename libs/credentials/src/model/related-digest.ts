// digestSRI (Subresource Integrity §3.3) and digestMultibase (multihash over multibase) of a related
// resource (VCDM 2.0 §5.3). A digest that can't be read does not match.
import type { Cryptography } from '../cryptography/cryptography.ts';
import { CredentialsError } from '../credentials-error.ts';
import { fromBase58 } from '../document/base58.ts';
import { fromBase64url } from '../document/base64url.ts';
import { equalBytes } from '../document/bytes.ts';
import type { JsonObject } from '../document/json.ts';

/** Every digest that is given has to match. */
export function digestMatches(
  entry: JsonObject,
  bytes: Uint8Array,
  cryptography: Cryptography,
): boolean {
  const { digestSRI, digestMultibase } = entry;
  const bySri = typeof digestSRI !== 'string' || sriMatches(digestSRI, bytes, cryptography);
  const byMultibase =
    typeof digestMultibase !== 'string' || multibaseMatches(digestMultibase, bytes, cryptography);
  return bySri && byMultibase;
}

const STRONGER = ['sha512', 'sha384', 'sha256'] as const;

/** Of several digests the strongest algorithm's count, and one of these has to be right (Subresource Integrity §3.3). */
function sriMatches(text: string, bytes: Uint8Array, cryptography: Cryptography): boolean {
  const digests = text.split(/[ \t\n\f\r]+/u).map((one) => one.split(/[-?]/u));
  for (const algorithm of STRONGER) {
    const values = digests.filter(([name]) => name === algorithm).map(([, value = '']) => value);
    if (values.length === 0) continue;
    const hash = cryptography[algorithm](bytes);
    return values.some((value) => isHash(() => fromBase64(value), hash));
  }
  return false;
}

/** SRI has the alphabet of RFC 4648 §4, with its padding. */
function fromBase64(text: string): Uint8Array {
  return fromBase64url(text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, ''));
}

/** Multicodec's heads of sha2-256, sha2-384 and sha2-512: the code, and the digest's length. */
const MULTIHASHES = [
  { head: [0x12, 32], hash: 'sha256' },
  { head: [0x20, 48], hash: 'sha384' },
  { head: [0x13, 64], hash: 'sha512' },
] as const;

function multibaseMatches(text: string, bytes: Uint8Array, cryptography: Cryptography): boolean {
  if (text.length > 120) return false;
  return MULTIHASHES.some(({ head, hash }) => {
    const multihash = Uint8Array.of(...head, ...cryptography[hash](bytes));
    if (text.startsWith('u')) return isHash(() => fromBase64url(text.slice(1)), multihash);
    return text.startsWith('z') && isHash(() => fromBase58(text.slice(1)), multihash);
  });
}

function isHash(read: () => Uint8Array, hash: Uint8Array): boolean {
  try {
    return equalBytes(read(), hash);
  } catch (error) {
    if (error instanceof CredentialsError) return false;
    throw error;
  }
}
