import { describe, expect, it } from '@jest/globals';
import { SessionCookies, type Session, type SignInAttempt } from './session-cookie.ts';

const KEY = Buffer.alloc(32, 1);
const NOW = 1_900_000_000_000;
const HOUR = 3_600_000;
const session: Session = {
  accessToken: 'access',
  refreshToken: 'refresh',
  expiresAt: NOW + 600_000,
  since: NOW,
  csrf: 'csrf',
};
const attempt: SignInAttempt = { state: 's', nonce: 'n', verifier: 'v', returnTo: '/' };
const pairOf = (line: string): string => line.split(';')[0] ?? '';
const attributesOf = (line: string): string[] => line.split('; ').slice(1);

describe('the cookies of the browser', () => {
  it('are Secure and bound to the host everywhere but on localhost', () => {
    for (const origin of ['https://sanad.example', 'https://localhost:8443']) {
      const cookies = new SessionCookies(KEY, origin);
      const line = cookies.session(session);
      expect(line).toMatch(/^__Host-sanad=/);
      expect(attributesOf(line)).toEqual(['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure']);
      expect(attributesOf(cookies.attempts([attempt]))).toContain('Secure');
      expect(attributesOf(cookies.noSession())).toContain('Secure');
    }
    const local = new SessionCookies(KEY, 'http://localhost:8080').session(session);
    expect(attributesOf(local)).toEqual(['Path=/', 'HttpOnly', 'SameSite=Lax']);
  });

  it('are read by their own name only: neither for the other, nor for one of a plain origin', () => {
    const secure = new SessionCookies(KEY, 'https://sanad.example');
    const plain = new SessionCookies(KEY, 'http://localhost:8080');
    const line = pairOf(secure.session(session));
    expect(secure.readSession(line, NOW)).toEqual(session);
    expect(plain.readSession(line.replace('__Host-sanad', 'sanad'), NOW)).toBeNull();
    expect(secure.readAttempts(line.replace('__Host-sanad', '__Secure-sanad-sign-in'))).toEqual([]);
    expect(secure.readSession(`x${line}`, NOW)).toBeNull();
  });

  it('are nobody else’s to make: another key, a changed letter, a shortened tag', () => {
    const cookies = new SessionCookies(KEY, 'https://sanad.example');
    const other = new SessionCookies(Buffer.alloc(32, 2), 'https://sanad.example');
    const line = pairOf(cookies.session(session));
    expect(other.readSession(line, NOW)).toBeNull();
    const [iv = '', tag = '', text = ''] = line.slice('__Host-sanad='.length).split('.');
    for (const forged of [
      [iv, tag, (text.startsWith('A') ? 'B' : 'A') + text.slice(1)],
      [iv, tag.slice(0, 6), text],
      [iv, '', text],
      [iv, tag],
    ]) {
      expect(cookies.readSession(`__Host-sanad=${forged.join('.')}`, NOW)).toBeNull();
    }
  });

  it('end after twelve hours, whatever was done meanwhile', () => {
    const cookies = new SessionCookies(KEY, 'https://sanad.example');
    const line = pairOf(cookies.session(session));
    expect(cookies.readSession(line, NOW + 12 * HOUR - 1)).toEqual(session);
    expect(cookies.readSession(line, NOW + 12 * HOUR)).toBeNull();
  });
});
