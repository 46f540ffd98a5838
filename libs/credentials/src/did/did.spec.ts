import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { CredentialsError } from '../credentials-error.ts';
import { fromHex, toHex } from '../document/bytes.ts';
import type { JsonObject } from '../document/json.ts';
import {
  formatMultikey,
  formatSecretMultikey,
  parseMultikey,
  parseSecretMultikey,
} from '../key/multikey.ts';
import { keyPairFromSeed } from '../key/signer.ts';
import { tryIssuer } from '../try-issuer.ts';
import { keyOfDocument } from './did-document.ts';
import { didKeyDocument, didKeyMethod, didKeyOf, keyOfDidKey } from './did-key.ts';
import { didWebDocument, didWebOf, didWebUrl } from './did-web.ts';
import type { HistoricKey } from './did-web.ts';

function answerOf(make: () => string): string {
  try {
    return make();
  } catch (error) {
    return error instanceof CredentialsError ? error.code : String(error);
  }
}

const vectors = JSON.parse(
  readFileSync(new URL('../../vectors/did-key.json', import.meta.url), 'utf8'),
);

describe('a Multikey', () => {
  it('of 32 bytes is the did:key of the W3C CCG vectors', async () => {
    for (const { seed, did } of vectors.ed25519 as { seed: string; did: string }[]) {
      const { publicKeyMultibase } = await keyPairFromSeed(fromHex(seed));
      expect(didKeyOf(publicKeyMultibase)).toBe(did);
    }
  });

  it('of the NIST curves is the point that the vectors state', () => {
    for (const { curve, did, x } of vectors.nist as { curve: string; did: string; x: string }[]) {
      const key = parseMultikey(did.slice('did:key:'.length));
      expect(key.algorithm).toBe(curve);
      expect(toHex(key.bytes.subarray(1))).toBe(Buffer.from(x, 'base64url').toString('hex'));
      expect(`did:key:${formatMultikey(key)}`).toBe(did);
    }
  });

  it('is read as it was written; a secret one, too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const key = { algorithm: 'Ed25519', bytes } as const;
        expect(parseMultikey(formatMultikey(key))).toEqual(key);
        expect(parseSecretMultikey(formatSecretMultikey(bytes))).toEqual(bytes);
      }),
    );
  });

  it('of another kind, length or alphabet is refused', () => {
    const good = formatMultikey({ algorithm: 'Ed25519', bytes: new Uint8Array(32) });
    const secret = formatSecretMultikey(new Uint8Array(32));
    for (const wrong of [
      '',
      'z',
      good.slice(1),
      `u${good.slice(1)}`,
      `${good}1`,
      secret,
      `${good}0`,
    ]) {
      expect(() => parseMultikey(wrong)).toThrow(CredentialsError);
    }
    expect(() => parseSecretMultikey(good)).toThrow(CredentialsError);
    expect(() => formatMultikey({ algorithm: 'P-256', bytes: new Uint8Array(32) })).toThrow();
  });
});

describe('did:key', () => {
  const key = formatMultikey({ algorithm: 'Ed25519', bytes: new Uint8Array(32).fill(5) });

  it('is its own key, and its method names it twice', () => {
    expect(keyOfDidKey(didKeyMethod(key))).toBe(key);
    expect(keyOfDidKey(`did:key:${key}`)).toBeNull();
    const other = formatMultikey({ algorithm: 'Ed25519', bytes: new Uint8Array(32).fill(6) });
    expect(keyOfDidKey(`did:key:${key}#${other}`)).toBeNull();
    expect(keyOfDidKey(`did:web:${key}#${key}`)).toBeNull();
  });

  it('has a document that gives its key for both purposes', () => {
    const document = didKeyDocument(didKeyOf(key));
    for (const purpose of ['assertionMethod', 'authentication'] as const) {
      expect(keyOfDocument(document, didKeyMethod(key), purpose)).toBe(key);
    }
    expect(() => didKeyDocument('did:web:sanad.example')).toThrow(CredentialsError);
  });
});

describe('did:web', () => {
  it('is made of an origin, and says where its document stands', () => {
    const cases = [
      [
        'https://sanad.example',
        'did:web:sanad.example',
        'https://sanad.example/.well-known/did.json',
      ],
      [
        'http://localhost:3000',
        'did:web:localhost%3A3000',
        'https://localhost:3000/.well-known/did.json',
      ],
      [
        'https://sanad.example/body/one',
        'did:web:sanad.example:body:one',
        'https://sanad.example/body/one/did.json',
      ],
    ] as const;
    for (const [origin, did, url] of cases) {
      expect(didWebOf(origin)).toBe(did);
      expect(didWebUrl(did)).toBe(url);
    }
    for (const wrong of ['did:web:', 'did:key:z6Mk', 'sanad.example']) {
      expect(() => didWebUrl(wrong)).toThrow(CredentialsError);
    }
  });

  it('is read from nowhere else than it says', () => {
    expect(didWebUrl('did:web:sanad.example:caf%C3%A9')).toBe(
      'https://sanad.example/caf%C3%A9/did.json',
    );
    expect(didWebOf('https://sanad.example/café/~a')).toBe('did:web:sanad.example:caf%C3%A9:%7Ea');
    for (const wrong of [
      'did:web:sanad.example%40other.example',
      'did:web:sanad.example%2Fother',
      'did:web:sanad.example?x',
      'did:web:sanad.example#key-1',
      'did:web:sanad.example:..:x',
      'did:web:sanad.example:.',
      'did:web:sanad.example:%',
      'did:web:ſanad.example',
      'did:web:sanad.example:%2e%2E:x',
      'did:web:sanad.example:a/b',
      'did:web:sanad.example%3A',
      'did:web:sanad.example::x',
      'did:web:%',
    ]) {
      expect([wrong, answerOf(() => didWebUrl(wrong))]).toEqual([wrong, 'malformed-key']);
    }
    for (const wrong of ['', 'sanad.example', 'ftp://sanad.example', 'https://[::1]:3000']) {
      expect([wrong, answerOf(() => didWebOf(wrong))]).toEqual([wrong, 'malformed-key']);
    }
  });
});

describe('the history of keys', () => {
  const did = 'did:web:sanad.example';
  const keyOf = async (n: number, over: Partial<HistoricKey> = {}): Promise<HistoricKey> => {
    const { key } = await tryIssuer('https://sanad.example', n, { id: `${did}#key-${n}`, ...over });
    return key;
  };

  it('stays in the document: an ended key still asserts, a stolen one is revoked, only one in use signs in', async () => {
    const ended = await keyOf(1, { until: '2026-06-01T00:00:00Z' });
    const stolen = await keyOf(2, {
      until: '2026-07-01T00:00:00Z',
      compromisedFrom: '2026-07-01T00:00:00Z',
    });
    const now = await keyOf(3);
    const document = didWebDocument(did, [ended, stolen, now]);
    expect(document['assertionMethod']).toEqual([ended.id, now.id]);
    expect(document['authentication']).toEqual([now.id]);
    const gives = ({ id }: HistoricKey) => keyOfDocument(document, id, 'assertionMethod');
    expect(gives(ended)).toBe(ended.publicKeyMultibase);
    expect(gives(now)).toBe(now.publicKeyMultibase);
    expect(gives(stolen)).toBeNull();
    const methods = document['verificationMethod'] as JsonObject[];
    expect(methods.map(({ revoked }) => revoked)).toEqual([
      undefined,
      '2026-07-01T00:00:00Z',
      undefined,
    ]);
  });

  it('takes no key of another DID, no date that is none and no key that is none', async () => {
    const good = await keyOf(1);
    const wrong: Partial<HistoricKey>[] = [
      { id: 'did:web:other.example#key-1' },
      { id: `${did}x#key-1` },
      { from: '2026' },
      { until: 'now' },
      { publicKeyMultibase: 'z6Mk' },
    ];
    for (const over of wrong) {
      expect(() => didWebDocument(did, [{ ...good, ...over }])).toThrow(CredentialsError);
    }
  });
});

describe('somebody’s DID document', () => {
  it('speaks for its own DID alone, and for what it lists and controls', async () => {
    const { did, key, didDocument } = await tryIssuer();
    const gives = (document: JsonObject, id = key.id) =>
      keyOfDocument(document, id, 'assertionMethod');
    expect(gives(didDocument)).toBe(key.publicKeyMultibase);
    const [method = {}] = didDocument['verificationMethod'] as JsonObject[];
    const embedded = { ...didDocument, verificationMethod: [], assertionMethod: [method] };
    expect(gives(embedded)).toBe(key.publicKeyMultibase);
    const relative = {
      ...didDocument,
      verificationMethod: [{ ...method, id: '#key-1' }],
      assertionMethod: ['#key-1'],
    };
    expect(gives(relative)).toBe(key.publicKeyMultibase);
    const other = 'did:web:other.example';
    for (const document of [
      { ...didDocument, id: other },
      { ...didDocument, id: null },
      { ...didDocument, assertionMethod: [] },
      { ...didDocument, verificationMethod: [{ ...method, controller: other }] },
      { ...didDocument, verificationMethod: [{ ...method, revoked: '2026-01-01T00:00:00Z' }] },
      { ...didDocument, verificationMethod: [] },
    ]) {
      expect(gives(document)).toBeNull();
    }
    const ofOther = `${other}#key-1`;
    const verificationMethod = [{ ...method, id: ofOther }];
    const claims = { ...didDocument, verificationMethod, assertionMethod: [ofOther] };
    expect(gives(claims, ofOther)).toBeNull();
    expect(gives(didDocument, `${did}#key-2`)).toBeNull();
  });
});
