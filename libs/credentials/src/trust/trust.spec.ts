import { describe, expect, it } from '@jest/globals';

import { CredentialsError } from '../credentials-error.ts';
import { without } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { tryIssuer, tryTrust } from '../try-issuer.ts';
import { parseTrust } from './trust.ts';

const issuer = await tryIssuer();
const good = tryTrust(issuer, { statusMaxAge: 3600 });
const file = JSON.parse(JSON.stringify(good)) as JsonObject;
const [one = {}] = file['issuers'] as JsonObject[];
const [key = {}] = one['keys'] as JsonObject[];

describe('a trust file', () => {
  it('is read as it is written; what it leaves out of age, log and end is null', () => {
    expect(parseTrust(file)).toEqual(good);
    const bare = without(key, 'until', 'compromisedFrom');
    expect(parseTrust({ issuers: [{ ...one, keys: [bare] }] })).toEqual({
      issuers: good.issuers,
      log: null,
      statusMaxAge: null,
    });
  });

  it('is refused for whatever would trust by omission', () => {
    const withKey = (over: JsonObject) => ({ issuers: [{ ...one, keys: [{ ...key, ...over }] }] });
    const wrong: Json[] = [
      null,
      [],
      {},
      { issuers: {} },
      { ...file, statusMaxAge: -1 },
      { ...file, statusMaxAge: '60' },
      { issuers: ['did:web:sanad.example'] },
      { issuers: [{ ...one, id: null }] },
      { issuers: [{ ...one, name: 7 }] },
      { issuers: [{ ...one, log: true }] },
      { issuers: [{ id: 'did:web:x', name: 'x', keys: [] }] },
      { issuers: [{ ...one, keys: ['z6Mk'] }] },
      withKey({ id: 7 }),
      withKey({ publicKeyMultibase: 'z6Mk' }),
      withKey({ from: null }),
      withKey({ from: 'yesterday' }),
      withKey({ until: 'tomorrow' }),
      withKey({ compromisedFrom: 0 }),
    ];
    for (const other of wrong) expect(() => parseTrust(other)).toThrow(CredentialsError);
  });
});
