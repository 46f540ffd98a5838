import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { IMPORT_ROUTES, isHidden, throttledAs } from './route-table.ts';

interface Location {
  /** How nginx matches it: `=` the whole path, `~` a regular expression, neither a beginning. */
  how: '' | '=' | '~';
  what: string;
  body: string;
}

const file = join(import.meta.dirname, '../../../../nginx/nginx.conf');
const locations: Location[] = [
  ...readFileSync(file, 'utf8').matchAll(/^ {4}location (?:(=|~) )?(\S+) \{\n([^}]*)\}/gm),
].map(([, how = '', what = '', body = '']) => ({ how: how as Location['how'], what, body }));

/** nginx's own order: the whole path, then the first regular expression, then the longest beginning. */
function locationOf(path: string): Location {
  const whole = locations.find((one) => one.how === '=' && one.what === path);
  const matching = locations.find((one) => one.how === '~' && new RegExp(one.what).test(path));
  const [longest] = locations
    .filter((one) => one.how === '' && path.startsWith(one.what))
    .toSorted((a, b) => b.what.length - a.what.length);
  const found = whole ?? matching ?? longest;
  if (!found) throw new Error(`no location for ${path}`);
  return found;
}

const PATHS = [
  '/',
  '/oidc/auth',
  '/oidc/token',
  '/oidc/auth/resume',
  '/api/identity/interaction/x',
  '/api/identity/interaction/x/password',
  '/api/identity/accounts',
  '/api/certificates/verify',
  '/api/certificates/verify/file',
  '/api/certificates/certificates',
  '/api/certificates/metrics',
  '/api/certificates//metrics/',
  '/api/gateway/metrics',
  '/api/exam-delivery/attempts/a/journal',
  '/api/exam-delivery/sittings/s/enrolments',
  ...IMPORT_ROUTES.map(({ prefix }) => prefix.replaceAll(/:\w+/g, '0190c5f2-0000-7000-8000-0000')),
];

describe('nginx in front of many machines', () => {
  it('has the locations that this test reads', () => {
    expect(locations.length).toBeGreaterThanOrEqual(7);
    expect(locations.map(({ what }) => what)).toContain('/');
  });

  it.each(PATHS)('limits %s as the gateway does', (path) => {
    const zone = /limit_req zone=(\S+)/.exec(locationOf(path).body)?.[1] ?? null;
    expect(zone).toBe(throttledAs(path));
  });

  it.each(PATHS)('hides %s, or does not, as the gateway does', (path) => {
    expect(/return 404/.test(locationOf(path).body)).toBe(isHidden(path));
  });

  it.each(PATHS)('lets %s be as large as the gateway does', (path) => {
    const isImport = IMPORT_ROUTES.some(({ prefix }) =>
      new RegExp(`^${prefix.replaceAll(/:\w+/g, '[^/]+')}$`).test(path),
    );
    expect(/client_max_body_size 32m/.test(locationOf(path).body)).toBe(isImport);
  });

  it('sends to exam-delivery itself only what carries the token of an attempt', () => {
    const direct = locations.filter(({ body }) => body.includes('http://exam-delivery'));
    expect(direct).toHaveLength(1);
    const [{ what } = { what: '' }] = direct;
    for (const path of ['state', 'journal', 'submit']) {
      expect(new RegExp(what).test(`/api/exam-delivery/attempts/a/${path}`)).toBe(true);
    }
    for (const path of ['', '/case-file', '/package', '/b/journal', '/journal/x']) {
      expect(new RegExp(what).test(`/api/exam-delivery/attempts/a${path}`)).toBe(false);
    }
  });
});
