// The package of one sitting and form: what a browser may see, in every language of the exam, and no key of any
// item. It is sealed once, is addressed by the digest of the sealed bytes, and can lie in any cache.
//
// Layout of the bytes: 12 bytes IV, then the AES-256-GCM ciphertext with its 16-byte tag at the end (what WebCrypto
// expects). Additional data: the UTF-8 bytes of `sanad-package-1:<sittingId>:<formId>`.

import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

export type SealedPackage = { digest: string; bytes: Buffer };

const ivBytes = 12;
const tagBytes = 16;

const aad = (sittingId: string, formId: string): Buffer =>
  Buffer.from(`sanad-package-1:${sittingId}:${formId}`);

export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The key serves one package only, and the IV is random and new: they are never used for a second plaintext. */
export function sealPackage(
  content: object,
  sittingId: string,
  formId: string,
  key: Buffer,
  iv: Buffer,
): SealedPackage {
  if (iv.length !== ivBytes) throw new RangeError('the IV of AES-GCM has 12 bytes');
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(aad(sittingId, formId));
  const text = cipher.update(JSON.stringify(content), 'utf8');
  const bytes = Buffer.concat([iv, text, cipher.final(), cipher.getAuthTag()]);
  return { digest: digestOf(bytes), bytes };
}

export function openPackage(
  bytes: Buffer,
  sittingId: string,
  formId: string,
  key: Buffer,
): unknown {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes));
  decipher.setAAD(aad(sittingId, formId));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  const text = decipher.update(bytes.subarray(ivBytes, bytes.length - tagBytes));
  return JSON.parse(Buffer.concat([text, decipher.final()]).toString('utf8')) as unknown;
}
