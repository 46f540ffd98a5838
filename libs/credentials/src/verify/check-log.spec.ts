import { describe, expect, it } from '@jest/globals';

import type { HistoricKey } from '../did/did-web.ts';
import type { JsonObject } from '../document/json.ts';
import type { Trust } from '../trust/trust.ts';
import { AT, later, tryCredential, tryIssuer, tryLists, tryTrust } from '../try-issuer.ts';
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

  it('refuses a leaf whose time is none: a date could be as old as it likes', async () => {
    for (const time of ['yesterday', '', '2026-11-24t09:00:05z']) {
      const { evidence: log, policy } = await logged(credential, time);
      const answer = await verify(file, { statusLists, log }, required(policy), AT);
      expect(checkOf(answer, 'log')).toMatchObject({ outcome: 'failed', code: 'proof-wrong' });
      expect(answer.standing).toBe('not-valid');
    }
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
