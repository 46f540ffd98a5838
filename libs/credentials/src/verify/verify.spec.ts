import { describe, expect, it } from '@jest/globals';

import { formatBundle, parseBundle } from '#libs/transparency-log';

import { webCryptography } from '../cryptography/web-cryptography.ts';
import type { JsonObject } from '../document/json.ts';
import { issue } from '../issue/issue.ts';
import type { Trust } from '../trust/trust.ts';
import {
  AT,
  later,
  tryCredential,
  tryDraft,
  tryIssuer,
  tryLists,
  tryTrust,
} from '../try-issuer.ts';
import type { Check, Verification } from './check.ts';
import { logged } from './try-log-evidence.ts';
import { verify } from './verify.ts';

const issuer = await tryIssuer();
const credential = await tryCredential(issuer);
const statusLists = await tryLists(issuer);
const trust = tryTrust(issuer);
const file = JSON.stringify(credential);

function checkOf(answer: Verification, name: Check['check']): Check | undefined {
  return answer.checks.find(({ check }) => check === name);
}

describe('a certificate with its evidence', () => {
  it('is valid, each check by itself, by Node and by WebCrypto alike', async () => {
    const answer = await verify(file, { statusLists }, trust, AT);
    expect(answer.standing).toBe('valid');
    expect(answer.checks.map(({ check, outcome }) => [check, outcome])).toEqual([
      ['shape', 'passed'],
      ['proof', 'passed'],
      ['issuer', 'passed'],
      ['dates', 'passed'],
      ['status', 'passed'],
      ['log', 'passed'],
    ]);
    const cryptography = webCryptography();
    expect(await verify(file, { statusLists }, trust, AT, { cryptography })).toEqual(answer);
  });

  it('says which proof it checked when it checks the quickest alone', async () => {
    const answer = await verify(file, { statusLists }, trust, AT, { proofs: 'quickest' });
    expect(answer.standing).toBe('valid');
    expect(checkOf(answer, 'proof')?.what).toBe('1 of 2 proofs: eddsa-jcs-2022');
  });

  it('is not yet valid before and expired after its last second', async () => {
    const at = (time: string) => verify(file, { statusLists }, trust, new Date(time));
    const early = await tryCredential(issuer, { validFrom: '2026-11-25T00:00:00+05:00' });
    expect((await verify(early, { statusLists }, trust, AT)).standing).toBe('not-yet-valid');
    const end = checkOf(await at('2029-11-23T18:59:59.900Z'), 'dates');
    expect(end).toMatchObject({ outcome: 'passed', code: 'in-period' });
    expect((await at('2029-11-23T19:00:00Z')).standing).toBe('expired');
  });

  it('is refused when it was signed in the future', async () => {
    const answer = await verify(file, { statusLists }, trust, later(-600_000));
    expect(checkOf(answer, 'dates')?.code).toBe('signed-in-the-future');
    expect(answer.standing).not.toBe('valid');
  });
});

describe('trust', () => {
  it('is not read from a bundle: another issuer’s perfect bundle is of an unknown issuer', async () => {
    const other = await tryIssuer('https://other.example', 8);
    const theirs = await tryCredential(other);
    const evidence = { didDocuments: [other.didDocument], statusLists: await tryLists(other) };
    const answer = await verify(theirs, evidence, trust, AT);
    expect(answer.standing).toBe('unknown-issuer');
    expect(checkOf(answer, 'proof')?.outcome).toBe('passed');
    expect(checkOf(answer, 'issuer')).toMatchObject({ outcome: 'failed', code: 'unknown-issuer' });
  });

  it('is not won by a DID document that claims the issuer’s DID with a key of its own', async () => {
    const impostor = await tryIssuer('https://sanad.example', 8, { id: `${issuer.did}#key-2` });
    const theirs = await tryCredential(impostor);
    const evidence = { didDocuments: [impostor.didDocument], statusLists };
    const answer = await verify(theirs, evidence, trust, AT);
    expect(checkOf(answer, 'issuer')).toMatchObject({ outcome: 'failed', code: 'unknown-key' });
    expect(answer.standing).toBe('not-valid');
  });

  it('keeps what an ended key signed in its time, and refuses what it signs later', async () => {
    const until = '2026-12-01T00:00:00Z';
    const ended = await tryIssuer('https://sanad.example', 7, { until });
    const lists = await tryLists(issuer);
    const inTime = await verify(file, { statusLists: lists }, tryTrust(ended), AT);
    expect(checkOf(inTime, 'issuer')?.code).toBe('trusted');
    const after = await issue(tryDraft(ended), ended.signer, new Date('2026-12-02T00:00:00Z'));
    const refused = await verify(after, {}, tryTrust(ended), new Date('2026-12-03T00:00:00Z'));
    expect(checkOf(refused, 'issuer')?.code).toBe('key-ended');
    const early = await issue(tryDraft(ended), ended.signer, new Date('2025-12-02T00:00:00Z'));
    const before = await verify(early, {}, tryTrust(ended), AT);
    expect(checkOf(before, 'issuer')?.code).toBe('key-not-yet');
  });
});

describe('a bundle', () => {
  it('needs nothing but the trust file, and proves what it proves as of its lists', async () => {
    const { evidence, policy } = await logged(credential, '2026-11-24T09:00:05Z');
    const bundle = formatBundle({
      credential,
      didDocument: issuer.didDocument,
      statusLists,
      log: parseBundle({
        format: 'sanad-bundle/v1',
        credential,
        didDocument: issuer.didDocument,
        statusLists,
        log: [evidence],
      }).log,
    });
    const trusting: Trust = {
      ...trust,
      issuers: trust.issuers.map((one) => ({ ...one, log: 'required' as const })),
      log: policy,
    };
    expect((await verify(bundle, {}, trusting, AT)).standing).toBe('valid');
    const old = await verify(bundle, {}, trusting, later(90 * 86_400_000));
    expect(old.standing).toBe('cannot-tell');
    expect(old.checks.map(({ outcome }) => outcome)).toEqual([
      'passed',
      'passed',
      'passed',
      'passed',
      'cannot-tell',
      'passed',
    ]);
  });

  it('of another issuer, whole with a log of its own, is signed by somebody who is not named', async () => {
    const other = await tryIssuer('https://other.example', 8);
    const theirs = await tryCredential(other);
    const theirLog = await logged(theirs, '2026-11-24T09:00:05Z', 9);
    const bundle = formatBundle(
      parseBundle({
        format: 'sanad-bundle/v1',
        credential: theirs,
        didDocument: other.didDocument,
        statusLists: await tryLists(other),
        log: [theirLog.evidence],
      }),
    );
    const own: Trust = {
      issuers: tryTrust(other).issuers.map((one) => ({ ...one, log: 'required' as const })),
      log: theirLog.policy,
      statusMaxAge: null,
    };
    expect((await verify(bundle, {}, own, AT)).standing).toBe('valid');
    const { policy } = await logged(credential, '2026-11-24T09:00:05Z');
    for (const log of [policy, null]) {
      const answer = await verify(bundle, {}, { ...trust, log }, AT);
      expect(answer.standing).toBe('unknown-issuer');
      expect(checkOf(answer, 'issuer')).toMatchObject({ outcome: 'failed', what: other.did });
      expect(checkOf(answer, 'log')?.outcome).not.toBe('passed');
    }
    // Trust that the file brings is not even read.
    const brought = JSON.stringify({ ...(JSON.parse(bundle) as JsonObject), trust: own });
    expect((await verify(brought, {}, trust, AT)).standing).toBe('not-valid');
  });
});
