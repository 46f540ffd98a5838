import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { toBase58 } from '../document/base58.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { AT, tryCredential, tryIssuer, tryTrust } from '../try-issuer.ts';
import type { ShapeCheck } from './check.ts';
import type { Means } from './evidence.ts';
import { verify } from './verify.ts';

const issuer = await tryIssuer();
const ours = await tryCredential(issuer);
const URL_OF_IT = 'https://sanad.example/handbook.pdf';
const bytes = new TextEncoder().encode('the handbook, as it stood');
const digest = (algorithm: string) => createHash(algorithm).update(bytes).digest();
const sri = (algorithm: string) => `${algorithm}-${digest(algorithm).toString('base64')}`;
const multibase = (head: number[], algorithm: string) =>
  Buffer.from([...head, ...digest(algorithm)]);

async function shapeOf(document: JsonObject, means: Means = {}): Promise<ShapeCheck> {
  const { checks } = await verify(document, {}, tryTrust(issuer), AT, means);
  return checks[0] as ShapeCheck;
}

const loadResource = (url: string) => (url === URL_OF_IT ? bytes : null);
const related = (entry: JsonObject) =>
  shapeOf({ ...ours, relatedResource: [{ id: URL_OF_IT, ...entry }] }, { loadResource });

describe('a context', () => {
  const strange = 'https://agency.example/context/v1';
  const document = {
    ...ours,
    '@context': [...(ours['@context'] as Json[]), strange],
    rank: 'sergeant',
  };
  const context = { '@context': { rank: 'https://agency.example/vocabulary#rank' } };

  // The first, because jsonld keeps a bundled context once it has read it.
  it('comes from the loader that the caller hands in, and only what is not bundled is asked of it', async () => {
    const asked: string[] = [];
    const loadContext = (url: string) => {
      asked.push(url);
      return url === strange ? context : null;
    };
    expect(await shapeOf(document, { loadContext })).toMatchObject({ outcome: 'passed' });
    expect(new Set(asked)).toEqual(new Set([strange]));
  });

  it('that is not bundled is not fetched: nothing can be told', async () => {
    expect(await shapeOf(document)).toMatchObject({
      outcome: 'cannot-tell',
      code: 'context-unknown',
      what: strange,
    });
  });

  it('that does not define a term, or defines a protected one again, breaks the model', async () => {
    const loadContext = () => ({ '@context': {} });
    expect(await shapeOf(document, { loadContext })).toMatchObject({ code: 'breaks-the-model' });
    const redefines = () => ({ '@context': { issuer: 'https://agency.example/issuer' } });
    const shape = await shapeOf(document, { loadContext: redefines });
    expect(shape).toMatchObject({ outcome: 'failed', code: 'breaks-the-model' });
    expect(shape.problems[0]?.clause).toBe('VCDM 2.0 §4.3');
  });
});

describe('a related resource', () => {
  it('has to have the digest that the credential gives: by SRI or by multihash', async () => {
    const good: JsonObject[] = [
      ...['sha256', 'sha384', 'sha512'].map((name) => ({ digestSRI: sri(name) })),
      { digestSRI: `sha256-AAAA ${sri('sha384')}` },
      { digestMultibase: `u${multibase([0x12, 32], 'sha256').toString('base64url')}` },
      { digestMultibase: `z${toBase58(multibase([0x12, 32], 'sha256'))}` },
      { digestMultibase: `u${multibase([0x20, 48], 'sha384').toString('base64url')}` },
      { digestMultibase: `u${multibase([0x13, 64], 'sha512').toString('base64url')}` },
    ];
    for (const entry of good) expect(await related(entry)).toMatchObject({ outcome: 'passed' });
    const other = createHash('sha256').update('another handbook').digest();
    const wrong: JsonObject[] = [
      { digestSRI: `sha256-${other.toString('base64')}` },
      { digestSRI: `sha256-${digest('sha256').toString('hex')}` },
      { digestSRI: 'md5-kV3zTPvhUFc01nLCRyRhFg==' },
      { digestSRI: `sha384-AAAA ${sri('sha256')}` },
      { digestMultibase: `u${other.toString('base64url')}` },
      { digestMultibase: `u${multibase([0x13, 32], 'sha256').toString('base64url')}` },
      { digestMultibase: `z${'1'.repeat(200)}` },
      { digestSRI: sri('sha256'), digestMultibase: 'uEiAAAA' },
    ];
    for (const entry of wrong) {
      const shape = await related(entry);
      expect(shape).toMatchObject({ outcome: 'failed', code: 'breaks-the-model' });
      expect(shape.problems[0]).toMatchObject({
        clause: 'VCDM 2.0 §5.3',
        path: 'relatedResource/0',
      });
    }
  });

  it('that is not at hand leaves the shape untold, neither good nor bad', async () => {
    const document = { ...ours, relatedResource: { id: URL_OF_IT, digestSRI: sri('sha256') } };
    expect(await shapeOf(document)).toMatchObject({
      outcome: 'cannot-tell',
      code: 'resource-not-at-hand',
      what: URL_OF_IT,
    });
  });

  it('may be a bundled context, which is held against its digest without a loader', async () => {
    const id = 'https://www.w3.org/ns/credentials/v2';
    // VCDM 2.0 states this digest of its context, in hexadecimal.
    const hex = '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734';
    const digestSRI = `sha256-${Buffer.from(hex, 'hex').toString('base64')}`;
    const shape = await shapeOf({ ...ours, relatedResource: [{ id, digestSRI }] });
    expect(shape).toMatchObject({ outcome: 'passed' });
  });
});

describe('a file', () => {
  it('that is no JSON object, or has a name twice, is told as such and nothing else is', async () => {
    for (const file of ['', 'null', '[]', '"x"', '{"a":1,"a":1}', '{"id":"\\ud800"}']) {
      const { standing, checks, digest } = await verify(file, {}, tryTrust(issuer), AT);
      expect(standing).toBe('not-valid');
      expect(checks).toHaveLength(1);
      expect(checks[0]).toMatchObject({ check: 'shape', outcome: 'failed', code: 'not-json' });
      expect(digest).toBeNull();
    }
  });
});
