import { describe, expect, it } from '@jest/globals';

import { didKeyMethod, didKeyOf } from '../did/did-key.ts';
import { without } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { keyPairFromSeed } from '../key/signer.ts';
import { addProof } from '../proof/add-proof.ts';
import { AT, later, tryCredential, tryIssuer, tryLists, tryTrust } from '../try-issuer.ts';
import { present } from './present.ts';
import { verifyPresentation } from './verify-presentation.ts';

const issuer = await tryIssuer();
const trust = tryTrust(issuer);
const credential = await tryCredential(issuer);
const statusLists = await tryLists(issuer);
const pair = await keyPairFromSeed(new Uint8Array(32).fill(9));
const holder = {
  id: didKeyOf(pair.publicKeyMultibase),
  signer: pair.signer(didKeyMethod(pair.publicKeyMultibase)),
};
const asked = { challenge: 'a word for this one time', domain: 'https://agency.example' };
const shown = await present([credential], holder, asked, AT);

async function checksOf(document: JsonObject | string, question = asked, at = AT) {
  const { checks } = await verifyPresentation(document, { statusLists }, trust, at, question);
  return Object.fromEntries(checks.map(({ check, outcome, code }) => [check, [outcome, code]]));
}

describe('a presentation', () => {
  it('answers a challenge of a domain, with each credential verified by itself', async () => {
    const { checks, credentials } = await verifyPresentation(
      JSON.stringify(shown),
      { statusLists },
      trust,
      AT,
      asked,
    );
    expect(checks.map(({ check, outcome }) => [check, outcome])).toEqual([
      ['shape', 'passed'],
      ['proof', 'passed'],
      ['dates', 'passed'],
      ['holder', 'passed'],
      ['asked', 'passed'],
    ]);
    expect(credentials.map(({ standing }) => standing)).toEqual(['valid']);
  });

  it('is refused when it was made for another challenge or another domain', async () => {
    const challenged = await checksOf(shown, { ...asked, challenge: 'another' });
    expect(challenged['asked']).toEqual(['failed', 'another-challenge']);
    const elsewhere = await checksOf(shown, { ...asked, domain: 'https://thief.example' });
    expect(elsewhere['asked']).toEqual(['failed', 'another-domain']);
  });

  it('cannot be given another challenge, holder or credential after it was signed', async () => {
    const proof = shown['proof'] as JsonObject;
    const other = { ...asked, challenge: 'another' };
    const forged = { ...shown, proof: { ...proof, challenge: other.challenge } };
    const answer = await checksOf(forged, other);
    expect(answer['proof']).toEqual(['failed', 'signature-wrong']);
    expect(answer['asked']).toEqual(['cannot-tell', 'not-signed']);
    const stolen = { ...shown, verifiableCredential: [] };
    expect((await checksOf(stolen))['proof']).toEqual(['failed', 'signature-wrong']);
    const unsigned = await checksOf(without(shown, 'proof'));
    expect(unsigned['proof']).toEqual(['failed', 'no-proof']);
    expect(unsigned['holder']).toEqual(['cannot-tell', 'not-signed']);
  });

  it('is signed by its holder, and for authentication, not as a certificate is', async () => {
    const cryptography = hostCryptography();
    const document = without(shown, 'proof');
    const options = { cryptosuite: 'eddsa-jcs-2022', created: AT, ...asked } as const;
    const sign = (over: JsonObject, purpose: 'authentication' | 'assertionMethod') =>
      addProof({ ...document, ...over }, holder.signer, { ...options, purpose }, cryptography);
    const another = await sign({ holder: 'did:web:somebody.example' }, 'authentication');
    expect((await checksOf(another))['holder']).toEqual(['failed', 'key-of-another']);
    const none = await sign({ holder: 'urn:x:1' }, 'assertionMethod');
    expect((await checksOf(none))['proof']).toEqual(['failed', 'proof-malformed']);
  });

  it('names its holder when it shows what the holder says of himself, and he is its issuer', async () => {
    const own: JsonObject = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: holder.id,
      credentialSubject: { id: holder.id, name: 'I say so' },
    };
    const options = {
      cryptosuite: 'eddsa-jcs-2022',
      created: AT,
      purpose: 'assertionMethod',
    } as const;
    const cryptography = hostCryptography();
    const said = await addProof(own, holder.signer, options, cryptography);
    expect((await checksOf(await present([said], holder, asked, AT)))['holder']).toEqual([
      'passed',
      'holder-signed',
    ]);
    const lied = await addProof(
      { ...own, issuer: issuer.did },
      holder.signer,
      options,
      cryptography,
    );
    const lie = await present([lied], holder, asked, AT);
    expect((await checksOf(lie))['holder']).toEqual(['failed', 'issuer-is-not-holder']);
    const question = { ...options, purpose: 'authentication', ...asked } as const;
    const bare = without(await present([said], holder, asked, AT), 'proof', 'holder');
    const nameless = await addProof(bare, holder.signer, question, cryptography);
    expect((await checksOf(nameless))['holder']).toEqual(['failed', 'no-holder']);
  });

  it('of the future is refused, and a bad credential in it is bad by itself', async () => {
    const early = await checksOf(shown, asked, later(-600_000));
    expect(early['dates']).toEqual(['failed', 'signed-in-the-future']);
    const forged = { ...credential, name: 'Something else' };
    const document = await present([credential, forged], holder, asked, AT);
    const { checks, credentials } = await verifyPresentation(
      document,
      { statusLists },
      trust,
      AT,
      asked,
    );
    expect(checks.every(({ outcome }) => outcome === 'passed')).toBe(true);
    expect(credentials.map(({ standing }) => standing)).toEqual(['valid', 'not-valid']);
  });

  it('that breaks the model is refused with the clause', async () => {
    const cases: [change: { [name: string]: Json }, clause: string, path: string][] = [
      [{ '@context': ['https://example.org/x'] }, 'VCDM 2.0 §4.3', '@context/0'],
      [{ id: 'x' }, 'VCDM 2.0 §4.4', 'id'],
      [{ type: ['VerifiableCredential'] }, 'VCDM 2.0 §4.5', 'type'],
      [{ holder: 'me' }, 'VCDM 2.0 §4.13', 'holder'],
      [{ verifiableCredential: ['urn:x:1'] }, 'VCDM 2.0 §4.13', 'verifiableCredential/0'],
      [{ termsOfUse: { id: 'urn:x:1' } }, 'VCDM 2.0 §5.5', 'termsOfUse/0/type'],
    ];
    for (const [change, clause, path] of cases) {
      const { checks } = await verifyPresentation({ ...shown, ...change }, {}, trust, AT, asked);
      expect(checks).toHaveLength(1);
      expect(checks[0]).toMatchObject({ outcome: 'failed', code: 'breaks-the-model' });
      expect(checks[0]).toMatchObject({ problems: [{ clause, path }] });
    }
    expect((await checksOf('{"a":1,"a":2}'))['shape']).toEqual(['failed', 'not-json']);
  });
});
