import {
  alignmentCode,
  createBits,
  credentialDigest,
  didWebDocument,
  didWebOf,
  issue,
  issueStatusList,
  keyPairFromSeed,
  rosette,
  verify,
  withBit,
} from '#libs/credentials';
import type { CredentialDraft, HistoricKey, Trust } from '#libs/credentials';

export async function issueAndVerify(seed: Uint8Array, at: Date) {
  // The issuer: a DID for the public origin, and a key with its history.
  const did = didWebOf('https://sanad.example');
  const keys = await keyPairFromSeed(seed);
  const key: HistoricKey = {
    id: `${did}#key-1`,
    publicKeyMultibase: keys.publicKeyMultibase,
    from: '2026-01-01T00:00:00Z',
    until: null,
    compromisedFrom: null,
  };
  const signer = keys.signer(key.id);

  // The certificate.
  const draft: CredentialDraft = {
    id: 'https://sanad.example/certificates/7f0c1f9e',
    name: 'Electronic evidence, level 2',
    issuer: { id: did, name: 'Certification body', url: 'https://sanad.example' },
    holder: { id: 'urn:uuid:6f1c9f5e-6a52-8c1b-9a42-0b7a7c1f7d11', name: 'Ҷамшед Ғафуров' },
    achievement: {
      id: 'https://sanad.example/schemes/evidence/versions/1',
      name: 'Preserve electronic evidence',
      description: 'Preserves electronic evidence and keeps its chain of custody.',
      version: '1',
      criteria: {
        id: 'https://sanad.example/schemes/evidence/versions/1/criteria',
        narrative: 'The exam of level 2 in EV3 was passed.',
      },
      alignments: [
        {
          url: 'https://sanad.example/frameworks/cyber/1/competencies/EV3',
          code: alignmentCode('EV3', 2),
          name: 'Preserve; chain of custody, level 2',
          framework: 'Cybercrime competency framework, version 1',
        },
      ],
    },
    validFrom: '2026-11-24T00:00:00+05:00',
    validUntil: '2029-11-23T23:59:59+05:00',
    status: [
      { purpose: 'revocation', list: 'https://sanad.example/status/1', index: 90_210 },
      { purpose: 'suspension', list: 'https://sanad.example/status/2', index: 90_210 },
    ],
  };
  const credential = await issue(draft, signer, at);

  // The status lists, as they stand now: this certificate is suspended.
  const list = { issuer: did, ttl: 3600 };
  const revocation = await issueStatusList(
    { ...list, id: 'https://sanad.example/status/1', purpose: 'revocation', bits: createBits() },
    signer,
    at,
  );
  const suspension = await issueStatusList(
    {
      ...list,
      id: 'https://sanad.example/status/2',
      purpose: 'suspension',
      bits: withBit(createBits(), 90_210, true),
    },
    signer,
    at,
  );

  // The verifier: his own trust file, and the evidence that came with the certificate.
  const trust: Trust = {
    issuers: [{ id: did, name: 'Certification body', keys: [key], log: 'none' }],
    log: null,
    statusMaxAge: null,
  };
  const evidence = {
    didDocuments: [didWebDocument(did, [key])],
    statusLists: [revocation, suspension],
  };
  const file = JSON.stringify(credential);
  const { standing, checks } = await verify(file, evidence, trust, at);

  return { standing, checks, ornament: rosette(credentialDigest(credential)) };
}
