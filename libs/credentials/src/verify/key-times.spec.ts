// What a key's history says of a credential, by the date of its proof and by the time of the log.
import { describe, expect, it } from '@jest/globals';

import { hostCryptography } from '../cryptography/host-cryptography.ts';
import type { HistoricKey } from '../did/did-web.ts';
import { toBase58 } from '../document/base58.ts';
import type { JsonObject } from '../document/json.ts';
import { composeCredential } from '../issue/issue.ts';
import { canonicalForms } from '../proof/canonical-forms.ts';
import { hashData } from '../proof/cryptosuite.ts';
import { createBits } from '../status/bitstring.ts';
import { encodeBits } from '../status/encoded-list.ts';
import type { Trust } from '../trust/trust.ts';
import { AT, later, tryCredential, tryDraft, tryIssuer, tryTrust } from '../try-issuer.ts';
import type { Check } from './check.ts';
import { openStatusList } from './open-status-list.ts';
import { logged } from './try-log-evidence.ts';
import { verify } from './verify.ts';

const issuer = await tryIssuer();
const credential = await tryCredential(issuer, { status: [] });
const undated = await signedWithoutDate(composeCredential(tryDraft(issuer, { status: [] })));

/** VC-DI-EdDSA 1.0 §3.3.1, but for the date, which a proof need not have. */
async function signedWithoutDate(document: JsonObject): Promise<JsonObject> {
  const { sha256 } = hostCryptography();
  const proof: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    verificationMethod: issuer.signer.verificationMethod,
    proofPurpose: 'assertionMethod',
    '@context': document['@context'] ?? null,
  };
  const data = await hashData('eddsa-jcs-2022', document, proof, sha256, canonicalForms());
  const proofValue = `z${toBase58(await issuer.signer.sign(data))}`;
  return { ...document, proof: { ...proof, proofValue } };
}

const seconds = (count: number): string => later(count * 1000).toISOString();

function trusting(times: Partial<HistoricKey>, log: Trust['log'] = null): Trust {
  const key = { ...issuer.key, ...times };
  return {
    ...tryTrust(issuer),
    issuers: [
      { id: issuer.did, name: 'Body', keys: [key], log: log === null ? 'none' : 'required' },
    ],
    log,
  };
}

async function outside(document: JsonObject, times: Partial<HistoricKey>, at = AT) {
  return issuerOf(await verify(document, {}, trusting(times), at));
}

async function inLog(document: JsonObject, times: Partial<HistoricKey>, loggedAt: string) {
  const { evidence, policy } = await logged(document, loggedAt);
  const answer = await verify(
    document,
    { log: evidence },
    trusting(times, policy),
    later(86_400_000),
  );
  expect(answer.checks.find(({ check }) => check === 'log')?.code).toBe('logged');
  return issuerOf(answer);
}

function issuerOf({ checks }: { checks: Check[] }): Check | undefined {
  return checks.find(({ check }) => check === 'issuer');
}

describe('a key that has ended', () => {
  it('has signed in time what the log took in by its end, and nothing later, whatever its date', async () => {
    const until = seconds(60);
    expect(await inLog(credential, { until }, seconds(60))).toMatchObject({ code: 'trusted' });
    expect(await inLog(credential, { until }, seconds(61))).toMatchObject({
      outcome: 'failed',
      code: 'key-ended',
    });
  });

  it('is believed about the date where there is no log to ask', async () => {
    const now = later(86_400_000);
    expect(await outside(credential, { until: seconds(60) }, now)).toMatchObject({
      outcome: 'passed',
      code: 'trusted',
    });
    expect((await outside(credential, { until: seconds(-1) }, now))?.code).toBe('key-ended');
  });
});

describe('a proof without a date', () => {
  it('passes with a key in use, and is held against its beginning and end as of now', async () => {
    expect(await outside(undated, {})).toMatchObject({ outcome: 'passed', code: 'trusted' });
    const notYet = await outside(undated, { from: seconds(600) });
    expect(notYet).toMatchObject({ outcome: 'failed', code: 'key-not-yet' });
    expect(notYet?.what).toContain('the proof has no date');
    const ended = await outside(undated, { until: seconds(-1) });
    expect(ended).toMatchObject({ outcome: 'failed', code: 'key-ended' });
    expect(ended?.what).toContain('the proof has no date');
    expect((await outside(undated, { until: seconds(1) }))?.code).toBe('trusted');
    // Clocks differ: a key of this minute may be ahead of the verifier's.
    expect((await outside(undated, { from: seconds(300) }))?.code).toBe('trusted');
  });

  it('is held against the key as of its time in the log, where there is one', async () => {
    const code = async (times: Partial<HistoricKey>) =>
      (await inLog(undated, times, seconds(5)))?.code;
    expect(await code({ until: seconds(5) })).toBe('trusted');
    expect(await code({ until: seconds(4) })).toBe('key-ended');
    expect(await code({ from: seconds(600) })).toBe('key-not-yet');
    const compromisedFrom = seconds(6);
    expect(await code({ until: compromisedFrom, compromisedFrom })).toBe('trusted');
  });

  it('of a stolen key counts for nothing outside of the log', async () => {
    const compromisedFrom = seconds(600);
    const stolen = await outside(undated, { until: compromisedFrom, compromisedFrom });
    expect(stolen).toMatchObject({ outcome: 'failed', code: 'key-compromised' });
  });

  it('makes no status list of a key that was not yet in use', async () => {
    const list = await signedWithoutDate({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'https://sanad.example/status/1',
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: issuer.did,
      validFrom: AT.toISOString(),
      credentialSubject: {
        id: 'https://sanad.example/status/1#list',
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: await encodeBits(createBits(), hostCryptography()),
      },
    });
    expect((await openStatusList(list, trusting({}), AT)).genuine).toBe(true);
    expect(await openStatusList(list, trusting({ from: seconds(600) }), AT)).toMatchObject({
      genuine: false,
      why: expect.stringContaining('key-not-yet'),
    });
  });
});
