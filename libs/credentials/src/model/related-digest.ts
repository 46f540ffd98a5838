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

function sriMatches(text: string, bytes: Uint8Array, cryptography: Cryptography): boolean {
  const [, algorithm = '', value = ''] = /^(sha256|sha384)-([A-Za-z0-9+/]+=*)$/u.exec(text) ?? [];
  const hash = algorithm === 'sha384' ? cryptography.sha384(bytes) : cryptography.sha256(bytes);
  const url = value.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
  return algorithm !== '' && isHash(() => fromBase64url(url), hash);
}

function multibaseMatches(text: string, bytes: Uint8Array, cryptography: Cryptography): boolean {
  const hash = cryptography.sha256(bytes);
  // 0x12 0x20: sha2-256, 32 bytes.
  const multihash = Uint8Array.of(0x12, 0x20, ...hash);
  if (text.startsWith('u')) return isHash(() => fromBase64url(text.slice(1)), multihash);
  return (
    text.startsWith('z') && text.length < 60 && isHash(() => fromBase58(text.slice(1)), multihash)
  );
}

function isHash(read: () => Uint8Array, hash: Uint8Array): boolean {
  try {
    return equalBytes(read(), hash);
  } catch (error) {
    if (error instanceof CredentialsError) return false;
    throw error;
  }
}
