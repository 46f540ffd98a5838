import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { bundledResource } from '../contexts/bundled.ts';
import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { webCryptography } from '../cryptography/web-cryptography.ts';
import { keyOfDidKey } from '../did/did-key.ts';
import { toHex } from '../document/bytes.ts';
import { canonicalJson } from '../document/canonical-json.ts';
import { asList, isObject, textOf, without } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { parseSecretMultikey } from '../key/multikey.ts';
import { keyPairFromSeed } from '../key/signer.ts';
import { addProof } from './add-proof.ts';
import { canonicalForms } from './canonical-forms.ts';
import { canonicalRdf } from './canonical-rdf.ts';
import { checkProofs } from './check-proof.ts';
import type { Cryptosuite } from './cryptosuite.ts';
import { hashData } from './cryptosuite.ts';

const read = (name: string) =>
  readFileSync(new URL(`../../vectors/${name}`, import.meta.url), 'utf8');
const eddsa = JSON.parse(read('vc-di-eddsa.json'));
const ecdsa = JSON.parse(read('vc-di-ecdsa.json'));
const examples = JSON.parse(read('credentials-examples-v2.json')) as JsonObject;
const loadContext = (url: string) =>
  url === 'https://www.w3.org/ns/credentials/examples/v2' ? examples : null;

const keyInFragment = (method: string) => method.split('#')[1] ?? null;
const means = {
  cryptography: hostCryptography(),
  findKey: keyInFragment,
  purpose: 'assertionMethod',
  forms: canonicalForms(loadContext),
} as const;

function only(value: Json | undefined): JsonObject {
  const [proof] = asList(value);
  if (!isObject(proof)) throw new Error('no proof');
  return proof;
}

async function combinedHash(
  suite: Cryptosuite,
  signed: JsonObject,
  hash = means.cryptography.sha256,
): Promise<string> {
  const data = await hashData(
    suite,
    without(signed, 'proof'),
    only(signed['proof']),
    hash,
    means.forms,
  );
  return toHex(data);
}

/** Signs again what the vector signed, with the vector's own key and options. */
async function signedAgain(signed: JsonObject, proof: JsonObject, secret: string) {
  const pair = await keyPairFromSeed(parseSecretMultikey(secret));
  const options = {
    cryptosuite: proof['cryptosuite'] as 'eddsa-rdfc-2022' | 'eddsa-jcs-2022',
    created: new Date(textOf(proof['created']) ?? ''),
    purpose: 'assertionMethod',
    ...(proof['id'] === undefined ? {} : { id: textOf(proof['id']) ?? '' }),
    ...(proof['previousProof'] === undefined
      ? {}
      : { previousProof: proof['previousProof'] as string | string[] }),
  } as const;
  const signer = pair.signer(textOf(proof['verificationMethod']) ?? '');
  const again = await addProof(signed, signer, options, means.cryptography, means.forms);
  return asList(again['proof']).at(-1);
}

describe('the W3C vectors', () => {
  it('have the contexts with the digests that the standards state', () => {
    const digest = (url: string) =>
      createHash('sha256')
        .update(bundledResource(url) ?? '')
        .digest('hex');
    expect(digest('https://www.w3.org/ns/credentials/v2')).toBe(
      '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
    );
    expect(digest('https://w3id.org/security/data-integrity/v2')).toBe(
      '67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4',
    );
    expect(digest('https://w3id.org/security/multikey/v1')).toBe(
      'ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597',
    );
  });

  it('come out byte for byte for eddsa-rdfc-2022: options, hashes and signature', async () => {
    const { signed, proofCanon, combinedHash: expected } = eddsa.rdfc;
    const options = without(only(signed.proof), 'proofValue');
    const withContext = { ...options, '@context': signed['@context'] };
    expect(await canonicalRdf(withContext, loadContext)).toBe(proofCanon.text);
    expect(await combinedHash('eddsa-rdfc-2022', signed)).toBe(expected);
    const made = await signedAgain(
      without(signed, 'proof'),
      only(signed.proof),
      eddsa.keyPair.privateKeyMultibase,
    );
    expect(made).toEqual(signed.proof);
  });

  it('come out byte for byte for eddsa-jcs-2022', async () => {
    const { signed, canonDoc } = eddsa.jcs;
    expect(canonicalJson(without(signed, 'proof'))).toBe(canonDoc.text);
    const made = await signedAgain(
      without(signed, 'proof'),
      only(signed.proof),
      eddsa.keyPair.privateKeyMultibase,
    );
    expect(made).toEqual(signed.proof);
    expect((await checkProofs(signed, means))[0]?.outcome).toBe('passed');
  });

  it('verify for eddsa-jcs-2022 without a context in the proof, too', async () => {
    const { signed, signedWithoutContext } = eddsa.jcs;
    const proof = {
      ...without(signed.proof, '@context'),
      proofValue: signedWithoutContext.proofValue,
    };
    expect((await checkProofs({ ...signed, proof }, means))[0]?.outcome).toBe('passed');
  });

  it('come out for a proof set and a chain of three links', async () => {
    for (const { signed } of [eddsa.proofChain.byUrl, eddsa.proofChain.byDidKey]) {
      const findings = await checkProofs(signed, means);
      expect(findings.map(({ outcome }) => outcome)).toEqual(Array(4).fill('passed'));
    }
    const { signed } = eddsa.proofChain.byDidKey;
    const secrets = [...eddsa.proofChain.secretKeys, eddsa.proofChain.secretKeys[2]];
    for (const [i, secret] of secrets.entries()) {
      const earlier = { ...signed, proof: signed.proof.slice(0, i) };
      const before = i === 0 ? without(signed, 'proof') : earlier;
      const { proofValue } = (await signedAgain(before, signed.proof[i], secret)) as JsonObject;
      expect(proofValue).toBe(signed.proof[i].proofValue);
    }
  });

  it('refuse a chain whose earlier proof was changed or taken away', async () => {
    const { signed } = eddsa.proofChain.byDidKey;
    const changed = structuredClone(signed);
    changed.proof[0].created = '2023-02-24T23:36:39Z';
    const outcomes = async (document: JsonObject) =>
      (await checkProofs(document, means)).map(({ outcome }) => outcome);
    expect(await outcomes(changed)).toEqual(['failed', 'passed', 'failed', 'passed']);
    const shorter = { ...signed, proof: signed.proof.slice(1) };
    expect(await outcomes(shorter)).toEqual(['passed', 'failed', 'passed']);
  });

  it('verify for ecdsa on both curves, by Node and by WebCrypto, and fail when changed', async () => {
    const { sha256, sha384 } = means.cryptography;
    const [p256, p384] = ecdsa.vectors;
    expect(await combinedHash('ecdsa-rdfc-2019', p256.signed, sha256)).toBe(p256.combinedHash);
    expect(await combinedHash('ecdsa-rdfc-2019', p384.signed, sha384)).toBe(p384.combinedHash);
    for (const cryptography of [hostCryptography(), webCryptography()]) {
      for (const { signed } of ecdsa.vectors) {
        const findKey = (method: string) => keyOfDidKey(method) ?? keyInFragment(method);
        const [good] = await checkProofs(signed, { ...means, cryptography, findKey });
        expect(good?.outcome).toBe('passed');
        const changed = { ...signed, name: 'Alumni credential' };
        const [bad] = await checkProofs(changed, { ...means, cryptography, findKey });
        expect(bad).toMatchObject({ outcome: 'failed', code: 'signature-wrong' });
      }
    }
  });
});
