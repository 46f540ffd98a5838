// Node's own crypto is taken where it is there (synchronous, and several times faster); elsewhere
// WebCrypto. Neither is imported: the same file runs in a browser.
import type { Cryptography } from './cryptography.ts';
import { nodeCryptography } from './node-cryptography.ts';
import { webCryptography } from './web-cryptography.ts';

let found: Cryptography | null = null;

/** What every call here uses that is given no `Cryptography`; the same one every time. */
export function hostCryptography(): Cryptography {
  found ??= nodeCryptography() ?? webCryptography();
  return found;
}
