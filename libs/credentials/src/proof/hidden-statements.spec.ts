// What a stranger does to a certificate of ours that was withdrawn: he takes away the proof that covers
// its letters, and writes the statements that the other one covers in other words.
import { describe, expect, it } from '@jest/globals';

import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { without } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { AT, tryCredential, tryIssuer, tryLists, tryTrust } from '../try-issuer.ts';
import { verify } from '../verify/verify.ts';
import { addProof } from './add-proof.ts';
import { canonicalForms } from './canonical-forms.ts';

const VC = 'https://www.w3.org/2018/credentials#';
const CREDENTIAL_STATUS = `${VC}credentialStatus`;
const STATUS = 'https://www.w3.org/ns/credentials/status#';
const DATE_TIME = 'http://www.w3.org/2001/XMLSchema#dateTime';
const issuer = await tryIssuer();
const trust = tryTrust(issuer);
const whole = await tryCredential(issuer);
const [byRdf = null] = whole['proof'] as Json[];
const credential: JsonObject = { ...whole, proof: byRdf };
const { id = null, credentialStatus = null, validUntil = null } = credential;
const [revocation = null, suspension = null] = credentialStatus as Json[];
const withdrawn = await tryLists(issuer, ['revocation']);
const forever = new Date('2039-01-01T00:00:00Z');

const aliased = (context: JsonObject) => ({
  '@context': [...(credential['@context'] as Json[]), context],
});
const dated = { '@type': DATE_TIME, '@value': validUntil };

async function answerTo(document: JsonObject, at = AT) {
  const { standing, checks } = await verify(document, { statusLists: withdrawn }, trust, at);
  return { standing, proof: checks[1] };
}

async function signedByRdf(document: JsonObject, expires?: Date): Promise<JsonObject> {
  const options = {
    cryptosuite: 'eddsa-rdfc-2022',
    created: AT,
    purpose: 'assertionMethod',
    ...(expires === undefined ? {} : { expires }),
  } as const;
  return addProof(document, issuer.signer, options, hostCryptography());
}

describe('a withdrawn certificate with one proof, by RDF', () => {
  it('is withdrawn', async () => {
    expect((await answerTo(credential)).standing).toBe('withdrawn');
  });

  const bare = without(credential, 'credentialStatus');
  const hides: [how: string, document: JsonObject][] = [
    ['an IRI for the term', { ...bare, [CREDENTIAL_STATUS]: credentialStatus }],
    [
      'a name of its own for the term',
      { ...bare, ...aliased({ s: { '@id': CREDENTIAL_STATUS } }), s: credentialStatus },
    ],
    ['@nest', { ...bare, ...aliased({ n: '@nest' }), n: { credentialStatus } }],
    ['@included', { ...bare, '@included': [{ id, [CREDENTIAL_STATUS]: credentialStatus }] }],
    [
      'another node of the same id',
      {
        ...bare,
        '@included': [{ id, [CREDENTIAL_STATUS]: revocation }],
        credentialStatus: [suspension],
      },
    ],
    [
      'one entry said twice, instead of both',
      {
        ...bare,
        '@included': [{ id, [CREDENTIAL_STATUS]: revocation }],
        credentialStatus: [suspension, suspension],
      },
    ],
  ];
  it.each(hides)('does not read better with its status hidden by %s', async (_how, document) => {
    const same = await canonicalForms().rdf(without(document, 'proof'));
    expect(same).toBe(await canonicalForms().rdf(without(credential, 'proof')));
    const { standing, proof } = await answerTo(document);
    expect(proof).toMatchObject({ outcome: 'failed', code: 'proof-malformed' });
    expect(standing).toBe('not-valid');
  });
});

describe('the end of a certificate', () => {
  it('is not hidden by an IRI for its term', async () => {
    const { standing } = await answerTo(credential, forever);
    expect(standing).toBe('withdrawn');
    const bare = without(credential, 'validUntil');
    const { proof } = await answerTo({ ...bare, [`${VC}validUntil`]: dated }, forever);
    expect(proof?.what).toContain('validUntil is signed');
    const included = { ...bare, '@included': [{ id, [`${VC}validUntil`]: dated }] };
    expect((await answerTo(included, forever)).proof?.what).toContain('validUntil is signed');
  });

  it('of its proof is not hidden either', async () => {
    const signed = await signedByRdf(without(credential, 'proof'), new Date(AT.getTime() + 1000));
    const proof = signed['proof'] as JsonObject;
    const hidden = {
      ...signed,
      proof: {
        ...without(proof, 'expires'),
        'https://w3id.org/security#expiration': {
          '@type': DATE_TIME,
          '@value': proof['expires'] ?? null,
        },
      },
    };
    expect((await answerTo(signed)).proof).toMatchObject({ outcome: 'passed' });
    expect((await answerTo(hidden)).proof?.what).toContain('expires is signed');
  });
});

describe('a foreign credential by RDF', () => {
  const foreign: JsonObject = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: issuer.did,
    credentialSubject: { id: 'did:example:subject' },
    credentialStatus: {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'message',
      statusListIndex: '5',
      statusListCredential: 'https://sanad.example/status/3',
      statusSize: 2,
      statusMessage: ['0x0', '0x1', '0x2', '0x3'].map((status) => ({ status, message: status })),
    },
  };

  it('holds as it was signed, with an id and without', async () => {
    for (const document of [
      foreign,
      { ...foreign, id: 'urn:uuid:6f1c9f5e-6a52-8c1b-9a42-0b7a7c1f7d11' },
    ]) {
      const { proof } = await answerTo(await signedByRdf(document));
      expect(proof).toMatchObject({ outcome: 'passed', code: 'signed' });
    }
  });

  it('does not with the size of its status hidden: another entry would be read', async () => {
    const signed = await signedByRdf(foreign);
    const entry = without(foreign['credentialStatus'] as JsonObject, 'statusSize', 'statusMessage');
    const credentialStatus = {
      ...entry,
      statusMessage: (foreign['credentialStatus'] as JsonObject)['statusMessage'] ?? null,
      [`${STATUS}statusSize`]: {
        '@type': 'https://www.w3.org/2001/XMLSchema#integer',
        '@value': 2,
      },
    };
    const { proof } = await answerTo({ ...signed, credentialStatus });
    expect(proof).toMatchObject({ outcome: 'failed', code: 'proof-malformed' });
    expect(proof?.what).toContain('statusSize is signed');
  });
});
