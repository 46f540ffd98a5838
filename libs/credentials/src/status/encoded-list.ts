// encodedList: multibase 'u' over GZIP over the bits (Bitstring Status List 1.0 §3.3, §3.4).
import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { CredentialsError } from '../credentials-error.ts';
import { fromBase64url, toBase64url } from '../document/base64url.ts';
import { FEWEST_ENTRIES, MOST_BYTES } from './bitstring.ts';

/** An encodedList of these bits: 'u' and base64url (Bitstring Status List 1.0 §3.3). */
export async function encodeBits(
  bits: Uint8Array,
  cryptography = hostCryptography(),
): Promise<string> {
  return `u${toBase64url(await cryptography.gzip(bits))}`;
}

/**
 * Its bits (Bitstring Status List 1.0 §3.4). `malformed-status-list` when it is none, has fewer
 * than 131,072 entries or unpacks to more than 16 MiB; `malformed-encoding` for what is no
 * base64url.
 */
export async function decodeBits(
  encodedList: string,
  cryptography = hostCryptography(),
): Promise<Uint8Array> {
  if (!encodedList.startsWith('u')) {
    throw new CredentialsError('malformed-status-list', 'an encodedList begins with u');
  }
  const bits = await cryptography.gunzip(fromBase64url(encodedList.slice(1)), MOST_BYTES);
  if (bits.length * 8 < FEWEST_ENTRIES) {
    throw new CredentialsError('malformed-status-list', `fewer than ${FEWEST_ENTRIES} entries`);
  }
  return bits;
}
