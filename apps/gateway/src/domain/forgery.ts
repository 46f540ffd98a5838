/** Whether a change could have been sent by another site with the visitor's cookie (CSRF). */
import { createHash, timingSafeEqual } from 'node:crypto';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isChange = (method: string): boolean => !SAFE.has(method);

export interface Sent {
  method: string;
  origin: string | undefined;
  token: string | undefined;
}

export type ForgeryRefusal = 'foreign-origin' | 'csrf-token';

/**
 * `expected` is the session's token, or null where no session takes part. Browsers send Origin
 * with every change; a program without a session need not.
 */
export function judgeForgery(
  sent: Sent,
  publicOrigin: string,
  expected: string | null,
): ForgeryRefusal | null {
  if (!isChange(sent.method)) return null;
  if (sent.origin !== publicOrigin && (sent.origin !== undefined || expected !== null)) {
    return 'foreign-origin';
  }
  if (expected !== null && !isSame(sent.token ?? '', expected)) return 'csrf-token';
  return null;
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
