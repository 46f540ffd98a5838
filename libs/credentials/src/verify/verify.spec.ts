import { describe, expect, it } from '@jest/globals';

import { formatBundle, parseBundle } from '#libs/transparency-log';

import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { webCryptography } from '../cryptography/web-cryptography.ts';
import type { HistoricKey } from '../did/did-web.ts';
import { without } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import { issue } from '../issue/issue.ts';
import { addProof } from '../proof/add-proof.ts';
import { createBits } from '../status/bitstring.ts';
import { issueStatusList } from '../status/status-list.ts';
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
import { openStatusList } from './open-status-list.ts';
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

describe('the log', () => {
  const required = (policy: Trust['log'], key: HistoricKey = issuer.key): Trust => ({
    issuers: [{ id: issuer.did, name: 'Certification body', keys: [key], log: 'required' }],
    log: policy,
    statusMaxAge: null,
  });

  it('shows a certificate that is in it, and refuses the proof of another certificate', async () => {
    const { evidence: log, policy } = await logged(credential, '2026-11-24T09:00:05Z');
    const answer = await verify(file, { statusLists, log }, required(policy), AT);
    expect(answer.standing).toBe('valid');
    expect(checkOf(answer, 'log')).toMatchObject({ outcome: 'passed', code: 'logged' });
    const other = await tryCredential(issuer, { name: 'another' });
    const refused = await verify(other, { statusLists, log }, required(policy), AT);
    expect(checkOf(refused, 'log')).toMatchObject({ outcome: 'failed', code: 'proof-wrong' });
    expect(refused.standing).toBe('not-valid');
  });

  it('leaves a certificate outside of it without "valid", and a forged checkpoint refused', async () => {
    const { policy } = await logged(credential, '2026-11-24T09:00:05Z');
    const outside = await verify(file, { statusLists }, required(policy), AT);
    expect(outside.standing).toBe('cannot-tell');
    const forged = await logged(credential, '2026-11-24T09:00:05Z', 2);
    const evidence = { statusLists, log: forged.evidence };
    const answer = await verify(file, evidence, required(policy), AT);
    expect(checkOf(answer, 'log')?.outcome).toBe('failed');
    expect(answer.standing).toBe('not-valid');
  });

  it('refuses a stolen key with a backdated date: outside the log, and in it too late', async () => {
    const compromisedFrom = '2026-12-01T00:00:00Z';
    const stolen: HistoricKey = { ...issuer.key, until: compromisedFrom, compromisedFrom };
    const thief = await tryCredential(issuer, { name: 'Written by the thief in 2027' });
    const { policy } = await logged(credential, '2026-11-24T09:00:05Z');
    const now = new Date('2027-03-01T00:00:00Z');
    const outside = await verify(thief, {}, required(policy, stolen), now);
    expect(checkOf(outside, 'issuer')).toMatchObject({
      outcome: 'failed',
      code: 'key-compromised',
    });
    expect(outside.standing).toBe('not-valid');

    const late = await logged(thief, '2027-02-28T00:00:00Z');
    const inIt = await verify(thief, { log: late.evidence }, required(late.policy, stolen), now);
    expect(checkOf(inIt, 'log')).toMatchObject({ outcome: 'failed', code: 'logged-too-late' });
    expect(checkOf(inIt, 'issuer')).toMatchObject({ outcome: 'failed', code: 'key-compromised' });

    // What the honest issuer logged before the theft stands.
    const honest = await logged(credential, '2026-11-24T09:00:05Z');
    const kept = await verify(file, { log: honest.evidence }, required(honest.policy, stolen), now);
    expect(checkOf(kept, 'issuer')).toMatchObject({ outcome: 'passed' });
    expect(checkOf(kept, 'log')).toMatchObject({ outcome: 'passed' });
  });
});

describe('what the log has beside the issue', () => {
  const issued = '2026-11-24T09:00:05Z';
  const trusting = (policy: Trust['log']): Trust => ({
    issuers: trust.issuers.map((one) => ({ ...one, log: 'required' as const })),
    log: policy,
    statusMaxAge: 7 * 86_400,
  });
  const withEvents = async (later: { event: string; time: string }[], at: Date, lists: Date) => {
    const { all, policy } = await logged(credential, issued, 1, later);
    const evidence = { statusLists: await tryLists(issuer, [], lists), log: all };
    return verify(file, evidence, trusting(policy), at);
  };

  it('withdraws the certificate, though the status list is newer and says nothing', async () => {
    const events = [{ event: 'withdrawn', time: '2026-11-24T10:00:00Z' }];
    const answer = await withEvents(events, later(2 * 86_400_000), later(86_400_000));
    expect(answer.standing).toBe('withdrawn');
    expect(checkOf(answer, 'status')).toMatchObject({
      outcome: 'failed',
      code: 'withdrawn',
      asOf: '2026-11-24T10:00:00Z',
      against: 'the transparency log',
    });
  });

  it('suspends it until a newer status list tells that this was lifted', async () => {
    const events = [{ event: 'suspended', time: '2026-11-24T10:00:00Z' }];
    const at = later(2 * 86_400_000);
    const older = await withEvents(events, at, AT);
    expect(older.standing).toBe('suspended');
    expect(checkOf(older, 'status')?.asOf).toBe('2026-11-24T10:00:00Z');
    expect((await withEvents(events, at, later(86_400_000))).standing).toBe('valid');
    const lifted = [...events, { event: 'reinstated', time: '2026-11-24T11:00:00Z' }];
    expect((await withEvents(lifted, at, AT)).standing).toBe('valid');
    // An old list cannot tell, and an event of the past says no more about now than it.
    expect((await withEvents(events, later(30 * 86_400_000), AT)).standing).toBe('cannot-tell');
  });

  it('alone says that it is suspended, where the certificate names no list', async () => {
    const bare = await tryCredential(issuer, { status: [] });
    const events = [{ event: 'suspended', time: '2026-11-24T10:00:00Z' }];
    const { all, policy } = await logged(bare, issued, 1, events);
    const at = later(86_400_000);
    expect((await verify(bare, { log: all }, trusting(policy), at)).standing).toBe('suspended');
    const [issue] = all;
    expect((await verify(bare, { log: [issue ?? null] }, trusting(policy), at)).standing).toBe(
      'valid',
    );
  });

  it('leaves a renewed certificate as it is, and cannot tell what an unknown event does', async () => {
    const at = later(60_000);
    const superseded = [{ event: 'superseded', time: '2026-11-24T09:00:30Z' }];
    const renewed = await withEvents(superseded, at, AT);
    expect(renewed.standing).toBe('valid');
    expect(checkOf(renewed, 'log')?.what).toContain('superseded 2026-11-24T09:00:30Z');
    const unknown = await withEvents([{ event: 'annulled', time: issued }], at, AT);
    expect(unknown.standing).toBe('cannot-tell');
    expect(checkOf(unknown, 'status')?.code).toBe('status-type-unknown');
  });

  it('does not count when it does not hold: then nothing does', async () => {
    const events = [{ event: 'withdrawn', time: '2026-11-24T10:00:00Z' }];
    const { all, policy } = await logged(credential, issued, 1, events);
    const forged = JSON.parse(
      JSON.stringify(all).replace('withdrawn', 'withdrawm'),
    ) as JsonObject[];
    const answer = await verify(file, { statusLists, log: forged }, trusting(policy), AT);
    expect(answer.standing).toBe('not-valid');
    expect(checkOf(answer, 'log')).toMatchObject({ outcome: 'failed', code: 'proof-wrong' });
  });

  it('is not asked of an issuer whom the trust file lets stay outside of every log', async () => {
    const { all } = await logged(credential, issued);
    for (const log of [all, []]) {
      const answer = await verify(file, { statusLists, log }, trust, AT);
      expect(answer.standing).toBe('valid');
      expect(checkOf(answer, 'log')?.code).toBe('not-required');
    }
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
