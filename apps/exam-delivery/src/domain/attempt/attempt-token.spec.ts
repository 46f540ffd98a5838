import { describe, expect, it } from '@jest/globals';
import { checkToken, deviceDigest, issueToken } from './attempt-token.ts';

const key = Buffer.alloc(32, 7);
const attemptId = '0b8b8c1e-53a9-4c39-8a2f-9f4f4b1c9b11';
const expires = new Date('2026-11-24T10:02:00.000Z');
const device = deviceDigest('laptop-secret');
const token = issueToken(key, { attemptId, expires, device });
const check = (text: string, on = 'laptop-secret', at = new Date('2026-11-24T10:00:00Z')) =>
  checkToken(key, text, on, at);

describe('the attempt token', () => {
  it('is valid for its attempt, to the last instant', () => {
    expect(check(token)).toEqual({ outcome: 'valid', token: { attemptId, expires, device } });
    expect(check(token, 'laptop-secret', expires)).toMatchObject({ outcome: 'valid' });
  });

  it('is expired, but still known to be genuine, after that', () => {
    const after = new Date(expires.getTime() + 1);
    expect(check(token, 'laptop-secret', after)).toMatchObject({ outcome: 'expired' });
  });

  it('does not work on another device, or on none', () => {
    expect(check(token, 'another')).toEqual({ outcome: 'forged' });
    expect(check(token, '')).toEqual({ outcome: 'forged' });
  });

  it('names no device when the client named none', () => {
    const free = issueToken(key, { attemptId, expires, device: deviceDigest('') });
    expect(check(free, '')).toMatchObject({ outcome: 'valid' });
  });

  it('is forged with any character changed', () => {
    for (const [index, letter] of [...token].entries()) {
      const other = letter === 'a' ? 'b' : 'a';
      const changed = token.slice(0, index) + other + token.slice(index + 1);
      // The last character of base64url of 32 bytes carries two bits that mean nothing.
      if (index === token.length - 1 && sameBytes(changed)) continue;
      expect([index, check(changed)]).toEqual([index, { outcome: 'forged' }]);
    }
  });

  it('is forged under another key, cut short, or empty', () => {
    const other = issueToken(Buffer.alloc(32, 8), { attemptId, expires, device });
    for (const text of [other, token.slice(0, -4), '', '.', '...', `${attemptId}..`])
      expect(check(text)).toEqual({ outcome: 'forged' });
  });

  it('cannot be given a longer life or another attempt', () => {
    const [, , bound, mac] = token.split('.');
    const later = new Date('2030-01-01').getTime().toString(36);
    expect(check(`${attemptId}.${later}.${bound}.${mac}`)).toEqual({ outcome: 'forged' });
  });
});

const sameBytes = (changed: string): boolean =>
  Buffer.from(changed.split('.').at(-1) ?? '', 'base64url').equals(
    Buffer.from(token.split('.').at(-1) ?? '', 'base64url'),
  );
