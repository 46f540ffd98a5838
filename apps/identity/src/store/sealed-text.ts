/** Secrets at rest, each bound to its place, so that one row's cannot be put into another. */
import { createHash } from 'node:crypto';
import { open, seal } from '#libs/service-kit';

export function sealText(key: Buffer, text: string, place: string): string {
  const { iv, tag, ciphertext } = seal(key, text, place);
  return `${iv}.${tag}.${ciphertext}`;
}

export function openText(key: Buffer, sealed: string, place: string): string {
  const [iv = '', tag = '', ciphertext = ''] = sealed.split('.');
  return open(key, { iv, tag, ciphertext }, place).toString('utf8');
}

export const digest = (text: string): string =>
  createHash('sha256').update(text).digest('base64url');
