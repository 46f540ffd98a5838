// The attempt token alone authorises save, resume and submit. It is checked without asking anyone, so it carries
// all that the check needs: which attempt, until when, which device, and an HMAC over the three.

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export type AttemptToken = {
  attemptId: string;
  /** Deadline plus grace; what comes with a genuine token after that is late evidence. */
  expires: Date;
  /** Digest of the device's own secret; the empty string when the client named no device. */
  device: string;
};

export type TokenCheck =
  | { outcome: 'valid' | 'expired'; token: AttemptToken }
  | { outcome: 'forged' };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const deviceDigest = (device: string): string =>
  device === '' ? '' : createHash('sha256').update(device).digest('base64url').slice(0, 22);

const mac = (key: Buffer, signed: string): Buffer =>
  createHmac('sha256', key).update(`sanad-attempt-token-v1\n${signed}`).digest();

export function issueToken(key: Buffer, token: AttemptToken): string {
  const signed = `${token.attemptId}.${token.expires.getTime().toString(36)}.${token.device}`;
  return `${signed}.${mac(key, signed).toString('base64url')}`;
}

export function checkToken(key: Buffer, text: string, device: string, now: Date): TokenCheck {
  const cut = text.lastIndexOf('.');
  const signed = text.slice(0, cut);
  const claimed = Buffer.from(text.slice(cut + 1), 'base64url');
  const genuine = mac(key, signed);
  if (cut < 0 || claimed.length !== genuine.length || !timingSafeEqual(claimed, genuine))
    return { outcome: 'forged' };
  const [attemptId = '', expiry = '', bound = ''] = signed.split('.');
  if (!uuid.test(attemptId)) return { outcome: 'forged' };
  if (bound !== '' && bound !== deviceDigest(device)) return { outcome: 'forged' };
  const expires = new Date(parseInt(expiry, 36));
  const token = { attemptId, expires, device: bound };
  return { outcome: now <= expires ? 'valid' : 'expired', token };
}
