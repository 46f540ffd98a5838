// The oracle: Digital Bazaar's verifier, which shares no code with this library but jsonld.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { describe, expect, it } from '@jest/globals';

import { bundledContext } from '../contexts/bundled.ts';
import type { JsonObject } from '../document/json.ts';
import { composeCredential } from '../issue/issue.ts';
import { formatSecretMultikey } from '../key/multikey.ts';
import { AT, tryCredential, tryDraft, tryIssuer, tryTrust } from '../try-issuer.ts';
import { verify } from '../verify/verify.ts';

const issuer = await tryIssuer();
const documentLoader = async (url: string) => {
  const method = (issuer.didDocument['verificationMethod'] as JsonObject[])[0];
  const document =
    bundledContext(url) ??
    (url === issuer.did ? issuer.didDocument : null) ??
    (url === issuer.key.id
      ? { '@context': 'https://w3id.org/security/multikey/v1', ...method }
      : null);
  if (document === null) throw new Error(`not at hand: ${url}`);
  return { contextUrl: null, documentUrl: url, document };
};

describe('the stock verifier', () => {
  it('accepts what we issue, and refuses it when a letter differs', async () => {
    const credential = await tryCredential(issuer, { name: '"Ҷ" \\ \n <urn:x>', status: [] });
    const suite = new DataIntegrityProof({ cryptosuite: eddsaRdfc2022 });
    const check = (document: JsonObject) =>
      vc.verifyCredential({ credential: document, suite, documentLoader, now: AT });
    const accepted = await check(credential);
    expect(accepted.error).toBeUndefined();
    expect(accepted.verified).toBe(true);
    const changed = await check({ ...credential, name: '"ҷ" \\ \n <urn:x>' });
    expect(changed.verified).toBe(false);
  });

  it('makes the signature that we make, and we accept what it signs', async () => {
    const draft = tryDraft(issuer, { status: [] });
    const keyPair = await Ed25519Multikey.from({
      id: issuer.key.id,
      controller: issuer.did,
      publicKeyMultibase: issuer.key.publicKeyMultibase,
      secretKeyMultibase: formatSecretMultikey(new Uint8Array(32).fill(7)),
    });
    const suite = new DataIntegrityProof({
      signer: keyPair.signer(),
      cryptosuite: eddsaRdfc2022,
      date: AT,
    });
    const signed = (await vc.issue({
      credential: composeCredential(draft),
      suite,
      documentLoader,
      now: AT,
    })) as JsonObject;
    const ours = await tryCredential(issuer, { status: [] });
    expect((ours['proof'] as JsonObject[])[0]?.['proofValue']).toBe(
      (signed['proof'] as JsonObject)['proofValue'],
    );
    expect((await verify(signed, {}, tryTrust(issuer), AT)).standing).toBe('valid');
  });
});
