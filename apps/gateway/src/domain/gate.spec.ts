import { describe, expect, it } from '@jest/globals';
import { judgeForgery } from './forgery.ts';
import { identityCookies, requestHeaders, responseHeaders } from './headers.ts';
import { returnPath } from './return-path.ts';
import { isHidden, isWithoutSession, throttledAs } from './route-table.ts';
import { Throttle } from './throttle.ts';

const HOME = 'https://sanad.example';

describe('a change', () => {
  const sent = { method: 'POST', origin: HOME, token: 't' };

  it('that rides on a session comes from this site and carries its token', () => {
    expect(judgeForgery(sent, HOME, 't')).toBeNull();
    expect(judgeForgery({ ...sent, token: undefined }, HOME, 't')).toBe('csrf-token');
    expect(judgeForgery({ ...sent, token: '' }, HOME, 't')).toBe('csrf-token');
    for (const origin of [
      undefined,
      'null',
      'https://sanad.example.evil',
      'http://sanad.example',
    ]) {
      expect(judgeForgery({ ...sent, origin }, HOME, 't')).toBe('foreign-origin');
    }
  });

  it('without a session comes from this site or from no page at all', () => {
    expect(judgeForgery({ ...sent, token: undefined }, HOME, null)).toBeNull();
    expect(judgeForgery({ ...sent, origin: undefined }, HOME, null)).toBeNull();
    expect(judgeForgery({ ...sent, origin: 'https://evil.example' }, HOME, null)).toBe(
      'foreign-origin',
    );
  });

  it('is whatever is not plain reading', () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'QUERY']) {
      expect(judgeForgery({ ...sent, method, token: 'x' }, HOME, 't')).toBe('csrf-token');
    }
    expect(judgeForgery({ method: 'GET', origin: 'x', token: undefined }, HOME, 't')).toBeNull();
  });
});

describe('the way back after signing in', () => {
  it('is a path of this site', () => {
    expect(returnPath('/home?a=1#b', HOME)).toBe('/home?a=1#b');
    expect(returnPath('/sittings/../home', HOME)).toBe('/home');
  });

  it('is the start page for everything else', () => {
    for (const wanted of [
      undefined,
      '',
      'home',
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example/',
      '/\t/evil.example/',
      'javascript:alert(1)',
      '/auth/sign-in',
    ]) {
      expect([wanted, returnPath(wanted, HOME)]).toEqual([wanted, '/']);
    }
  });
});

describe('headers', () => {
  it("that say who is asking are the gateway's, and the session goes to no service", () => {
    const kept = requestHeaders({
      cookie: 'sanad=1',
      authorization: 'Bearer x',
      'x-forwarded-for': '6.6.6.6',
      forwarded: 'for=6.6.6.6',
      connection: 'keep-alive',
      'idempotency-key': 'k',
    });
    expect(kept).toEqual({ 'idempotency-key': 'k' });
    expect(identityCookies('sanad=1; _interaction=a; _interaction.sig=b; other=c')).toBe(
      '_interaction=a; _interaction.sig=b',
    );
    expect(identityCookies('sanad=1')).toBeUndefined();
  });

  it('of a service that set cookies or name its software do not come back', () => {
    expect(responseHeaders({ 'set-cookie': 'a', 'x-powered-by': 'b', etag: '"1"' })).toEqual({
      etag: '"1"',
    });
  });
});

describe('the route table', () => {
  it('keeps the session out of sign-in and health, and metrics out of the world', () => {
    expect(isWithoutSession('/api/identity/interaction/x/sign-in')).toBe(true);
    expect(isWithoutSession('/api/competency/health/ready')).toBe(true);
    expect(isWithoutSession('/oidc/token')).toBe(true);
    expect(isWithoutSession('/api/identity/me')).toBe(false);
    expect(isHidden('/api/competency/metrics')).toBe(true);
    expect(isHidden('/api/competency/METRICS/')).toBe(true);
    expect(isHidden('/api/competency/national')).toBe(false);
    expect(throttledAs('/api/identity/interaction/x/sign-in')).toBe('sign-in');
    expect(throttledAs('/api/certificates/verify/ABCD')).toBe('verify');
    expect(throttledAs('/api/certificates/certificates')).toBeNull();
  });
});

describe('a throttle', () => {
  it('admits so many at once, refills with time, and holds nobody for another', () => {
    const throttle = new Throttle(6);
    const now = 1_000_000;
    expect(Array.from({ length: 6 }, () => throttle.take('a', now))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(throttle.take('a', now)).toBe(10);
    expect(throttle.take('b', now)).toBe(0);
    expect(throttle.take('a', now + 4_000)).toBe(6);
    expect(throttle.take('a', now + 10_000)).toBe(0);
    expect(throttle.take('a', now + 10_000)).toBe(10);
  });
});
