import type { PackageContent } from './package-content.ts';

const ivBytes = 12;

/** The bytes fetched ahead become readable with the key that the start gave; a changed byte is refused. */
export async function openPackage(
  bytes: ArrayBuffer,
  key: string,
  sittingId: string,
  formId: string,
): Promise<PackageContent> {
  const secret = await crypto.subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, [
    'decrypt',
  ]);
  const additionalData = new TextEncoder().encode(`sanad-package-1:${sittingId}:${formId}`);
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes.slice(0, ivBytes), additionalData },
    secret,
    bytes.slice(ivBytes),
  );
  return JSON.parse(new TextDecoder().decode(plain)) as PackageContent;
}

export async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const standard = text.replace(/-/g, '+').replace(/_/g, '/');
  return Uint8Array.from(atob(standard), (character) => character.charCodeAt(0));
}
