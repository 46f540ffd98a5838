import { describe, expect, it } from '@jest/globals';

import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { without } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import { addProof } from '../proof/add-proof.ts';
import { createBits } from '../status/bitstring.ts';
import { issueStatusList } from '../status/status-list.ts';
import type { Trust } from '../trust/trust.ts';
import { AT, later, tryCredential, tryIssuer, tryLists, tryTrust } from '../try-issuer.ts';
import type { Check, Verification } from './check.ts';
import { openStatusList } from './open-status-list.ts';
import { verify } from './verify.ts';

const issuer = await tryIssuer();
const credential = await tryCredential(issuer);
const statusLists = await tryLists(issuer);
const trust = tryTrust(issuer);
const file = JSON.stringify(credential);

function checkOf(answer: Verification, name: Check['check']): Check | undefined {
  return answer.checks.find(({ check }) => check === name);
}

describe('the status', () => {
  it('is suspended or withdrawn as the lists say, and withdrawn is worse', async () => {
    const lists = await tryLists(issuer, ['suspension']);
    expect((await verify(file, { statusLists: lists }, trust, AT)).standing).toBe('suspended');
    const both = await tryLists(issuer, ['suspension', 'revocation']);
    expect((await verify(file, { statusLists: both }, trust, AT)).standing).toBe('withdrawn');
  });

  it('cannot be told from no list or an old one; only a withdrawal outlasts its list', async () => {
    const answer = await verify(file, {}, trust, AT);
    expect(answer.standing).toBe('cannot-tell');
    expect(checkOf(answer, 'status')).toMatchObject({
      outcome: 'cannot-tell',
      code: 'list-missing',
    });
    const tomorrow = later(86_400_000);
    const old = await verify(file, { statusLists }, trust, tomorrow);
    expect(old.standing).toBe('cannot-tell');
    expect(checkOf(old, 'status')).toMatchObject({
      outcome: 'cannot-tell',
      code: 'list-old',
      asOf: '2026-11-24T09:00:00Z',
    });
    const withdrawn = await tryLists(issuer, ['revocation']);
    expect((await verify(file, { statusLists: withdrawn }, trust, tomorrow)).standing).toBe(
      'withdrawn',
    );
    const patient = tryTrust(issuer, { statusMaxAge: 7 * 86_400 });
    expect((await verify(file, { statusLists }, patient, tomorrow)).standing).toBe('valid');
    const strict = tryTrust(issuer, { statusMaxAge: 60 });
    const impatient = await verify(file, { statusLists }, strict, later(61_000));
    expect(impatient.standing).toBe('cannot-tell');
  });

  it('is old after the list’s ttl, after its end, or after five minutes where it states neither', async () => {
    const bare = await tryCredential(issuer, {
      status: [{ purpose: 'suspension', list: 'https://sanad.example/status/2', index: 5 }],
    });
    const [, list = {}] = statusLists;
    const subject = list['credentialSubject'] as JsonObject;
    const signed = (members: JsonObject, credentialSubject: JsonObject) => {
      const document = { ...without(list, 'validUntil', 'proof'), ...members, credentialSubject };
      const options = {
        cryptosuite: 'eddsa-jcs-2022',
        created: AT,
        purpose: 'assertionMethod',
      } as const;
      return addProof(document, issuer.signer, options, hostCryptography());
    };
    const until = { validUntil: '2026-11-24T21:00:00Z' };
    const cases: [made: JsonObject, good: number, old: number][] = [
      [await signed(until, { ...subject, ttl: 60_000 }), 60_000, 60_001],
      [await signed(until, without(subject, 'ttl')), 12 * 3_600_000, 12 * 3_600_000 + 1],
      [await signed({}, without(subject, 'ttl')), 300_000, 300_001],
    ];
    for (const [made, good, old] of cases) {
      const at = async (ms: number) =>
        (await verify(bare, { statusLists: [made] }, trust, later(ms))).standing;
      expect([await at(good), await at(old)]).toEqual(['valid', 'cannot-tell']);
    }
  });

  it('is not taken from a list that begins later, and not for sure from one whose proof has expired', async () => {
    const [revocation = {}, suspension = {}] = statusLists;
    const options = {
      cryptosuite: 'eddsa-jcs-2022',
      created: AT,
      purpose: 'assertionMethod',
    } as const;
    const bare = without(suspension, 'proof');
    const tomorrow = {
      ...bare,
      validFrom: '2026-11-25T09:00:00Z',
      validUntil: '2026-11-26T09:00:00Z',
    };
    const ahead = await addProof(tomorrow, issuer.signer, options, hostCryptography());
    const lists = [revocation, ahead];
    const early = await verify(file, { statusLists: lists }, trust, AT);
    expect(early.standing).toBe('cannot-tell');
    expect(checkOf(early, 'status')?.what).toContain('it is of the future');
    const ending = { ...options, expires: later(60_000) };
    const short = await addProof(bare, issuer.signer, ending, hostCryptography());
    const patient = tryTrust(issuer, { statusMaxAge: 3600 });
    const at = async (ms: number) =>
      (await verify(file, { statusLists: [revocation, short] }, patient, later(ms))).standing;
    expect([await at(60_000), await at(60_001)]).toEqual(['valid', 'cannot-tell']);
  });

  it('takes the newer of two genuine lists, and no forged one instead of a genuine', async () => {
    const newer = await tryLists(issuer, ['suspension'], later(60_000));
    for (const lists of [
      [...statusLists, ...newer],
      [...newer, ...statusLists],
    ]) {
      const answer = await verify(file, { statusLists: lists }, trust, later(61_000));
      expect(answer.standing).toBe('suspended');
    }
    const forged = newer.map((list) => ({ ...list, validFrom: '2026-11-24T09:00:30Z' }));
    const answer = await verify(
      file,
      { statusLists: [...forged, ...statusLists] },
      trust,
      later(61_000),
    );
    expect(answer.standing).toBe('valid');
  });

  it('is not taken from a list that is another purpose’s, another issuer’s or not signed', async () => {
    const [revocation] = statusLists;
    const other = await tryIssuer('https://other.example', 8);
    const both: Trust = { ...trust, issuers: [...trust.issuers, ...tryTrust(other).issuers] };
    const id = 'https://sanad.example/status/2';
    const draft = {
      id,
      issuer: issuer.did,
      purpose: 'revocation',
      bits: createBits(),
      ttl: 60,
    } as const;
    const wrongPurpose = await issueStatusList(draft, issuer.signer, AT);
    const [, wrongIssuer = {}] = await tryLists(other);
    const unsigned = without(statusLists[1] ?? {}, 'proof');
    const saysOpened = { kind: 'opened', genuine: true, id, issuer: issuer.did } as JsonObject;
    for (const second of [wrongPurpose, wrongIssuer, unsigned, { ...saysOpened, ...unsigned }]) {
      const lists = [revocation ?? {}, second];
      const answer = await verify(file, { statusLists: lists }, both, AT);
      expect(checkOf(answer, 'status')).toMatchObject({
        outcome: 'failed',
        code: 'list-not-genuine',
      });
      expect(answer.standing).toBe('cannot-tell');
    }
  });

  it('cannot be made new by the thief of an ended key', async () => {
    const ended = await tryIssuer('https://sanad.example', 7, { until: '2026-11-24T10:00:00Z' });
    const month = later(30 * 86_400_000);
    // Signed today with the date of then, and the list's own dates put to today.
    const bits = createBits();
    const forged = await issueStatusList(
      {
        id: 'https://sanad.example/status/1',
        issuer: ended.did,
        purpose: 'revocation',
        bits,
        ttl: 3600,
      },
      ended.signer,
      month,
    );
    const opened = await openStatusList(forged, tryTrust(ended), month);
    expect(opened).toMatchObject({ genuine: false });
  });

  it('of lists opened once is the same for every certificate', async () => {
    const opened = await Promise.all(statusLists.map((list) => openStatusList(list, trust, AT)));
    expect(await verify(file, { statusLists: opened }, trust, AT)).toEqual(
      await verify(file, { statusLists }, trust, AT),
    );
  });
});
