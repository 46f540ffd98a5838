// An issuer for the tests: keys from fixed bytes, a draft, status lists and trust.
import { didWebDocument, didWebOf } from './did/did-web.ts';
import type { HistoricKey } from './did/did-web.ts';
import type { JsonObject } from './document/json.ts';
import type { CredentialDraft } from './issue/draft.ts';
import { issue } from './issue/issue.ts';
import { keyPairFromSeed } from './key/signer.ts';
import type { Signer } from './key/signer.ts';
import { createBits, withBit } from './status/bitstring.ts';
import { issueStatusList } from './status/status-list.ts';
import type { StatusPurpose } from './status/status-list.ts';
import type { Trust } from './trust/trust.ts';

export const AT = new Date('2026-11-24T09:00:00Z');
export const later = (ms: number) => new Date(AT.getTime() + ms);

export interface TryIssuer {
  did: string;
  key: HistoricKey;
  signer: Signer;
  didDocument: JsonObject;
}

export async function tryIssuer(
  origin = 'https://sanad.example',
  byte = 7,
  key: Partial<HistoricKey> = {},
): Promise<TryIssuer> {
  const did = didWebOf(origin);
  const pair = await keyPairFromSeed(new Uint8Array(32).fill(byte));
  const whole: HistoricKey = {
    id: `${did}#key-1`,
    publicKeyMultibase: pair.publicKeyMultibase,
    from: '2026-01-01T00:00:00Z',
    until: null,
    compromisedFrom: null,
    ...key,
  };
  return {
    did,
    key: whole,
    signer: pair.signer(whole.id),
    didDocument: didWebDocument(did, [whole]),
  };
}

export function tryDraft(issuer: TryIssuer, over: Partial<CredentialDraft> = {}): CredentialDraft {
  return {
    id: 'https://sanad.example/certificates/7f0c1f9e',
    name: 'Electronic evidence, level 2',
    issuer: { id: issuer.did, name: 'Certification body', url: 'https://sanad.example' },
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
          code: 'EV3:2',
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
    ...over,
  };
}

export async function tryCredential(issuer: TryIssuer, over: Partial<CredentialDraft> = {}) {
  return issue(tryDraft(issuer, over), issuer.signer, AT);
}

/** Both lists as of `at`, with this entry's bits set for the purposes named. */
export async function tryLists(
  issuer: TryIssuer,
  set: StatusPurpose[] = [],
  at = AT,
): Promise<JsonObject[]> {
  const one = (purpose: StatusPurpose, id: string) => {
    const bits = withBit(createBits(), 90_210, set.includes(purpose));
    return issueStatusList({ id, issuer: issuer.did, purpose, bits, ttl: 3600 }, issuer.signer, at);
  };
  return [
    await one('revocation', 'https://sanad.example/status/1'),
    await one('suspension', 'https://sanad.example/status/2'),
  ];
}

export function tryTrust(issuer: TryIssuer, over: Partial<Trust> = {}): Trust {
  const { did: id, key } = issuer;
  return {
    issuers: [{ id, name: 'Certification body', keys: [key], log: 'none' }],
    log: null,
    statusMaxAge: null,
    ...over,
  };
}
