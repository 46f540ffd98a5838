// An issuer from fixed bytes, his drafts and his trust file, for the benchmarks of libs/credentials.
import { didWebDocument, didWebOf, keyPairFromSeed } from '#libs/credentials';
import type { CredentialDraft, HistoricKey, JsonObject, Signer, Trust } from '#libs/credentials';

export const AT = new Date('2026-11-24T09:00:00Z');
export const SEED = new Uint8Array(32).fill(7);

export type BenchIssuer = {
  did: string;
  key: HistoricKey;
  signer: Signer;
  didDocument: JsonObject;
  trust: Trust;
};

export async function benchIssuer(): Promise<BenchIssuer> {
  const did = didWebOf('https://sanad.example');
  const pair = await keyPairFromSeed(SEED);
  const key: HistoricKey = {
    id: `${did}#key-1`,
    publicKeyMultibase: pair.publicKeyMultibase,
    from: '2026-01-01T00:00:00Z',
    until: null,
    compromisedFrom: null,
  };
  return {
    did,
    key,
    signer: pair.signer(key.id),
    didDocument: didWebDocument(did, [key]),
    trust: {
      issuers: [{ id: did, name: 'Certification body', keys: [key], log: 'none' }],
      log: null,
      statusMaxAge: null,
    },
  };
}

/** Each with another holder, name and place in the lists. */
export function draftOf(issuer: BenchIssuer, i: number, withStatus: boolean): CredentialDraft {
  const number = String(i).padStart(12, '0');
  return {
    id: `urn:uuid:e5f6a7b8-c9d0-4e1f-8a2b-${number}`,
    name: 'Electronic evidence, level 2',
    issuer: { id: issuer.did, name: 'Certification body', url: 'https://sanad.example' },
    holder: { id: `urn:uuid:6f1c9f5e-6a52-8c1b-9a42-${number}`, name: `Ҷамшед Ғафуров ${i}` },
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
          code: 'EV3:2',
          name: 'Preserve; chain of custody, level 2',
          framework: 'Cybercrime competency framework, version 1',
        },
      ],
    },
    validFrom: '2026-11-24T00:00:00+05:00',
    validUntil: '2029-11-23T23:59:59+05:00',
    status: withStatus
      ? [
          { purpose: 'revocation', list: 'https://sanad.example/status/1', index: i },
          { purpose: 'suspension', list: 'https://sanad.example/status/2', index: i },
        ]
      : [],
  };
}
