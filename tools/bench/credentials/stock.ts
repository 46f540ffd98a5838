// Digital Bazaar's libraries, which most issuers and verifiers run, doing the same work. They get the
// contexts from memory and mark them as never changing, so that jsonld keeps what it made of them.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { bundledContext, formatSecretMultikey } from '#libs/credentials';
import type { JsonObject } from '#libs/credentials';
import { AT, SEED } from './issuer.ts';
import type { BenchIssuer } from './issuer.ts';

export type Stock = {
  /** With proofs eddsa-rdfc-2022 and eddsa-jcs-2022, as `issue` makes them. */
  issueBoth: (document: JsonObject) => Promise<JsonObject>;
  issueByRdf: (document: JsonObject) => Promise<JsonObject>;
  verifyByRdf: (document: JsonObject) => Promise<boolean>;
};

export async function stockLibrary(issuer: BenchIssuer): Promise<Stock> {
  const { did, key } = issuer;
  const [method] = issuer.didDocument['verificationMethod'] as JsonObject[];
  const keyDocument = { '@context': 'https://w3id.org/security/multikey/v1', ...method };
  const documentLoader = async (url: string) => {
    const own = url === did ? issuer.didDocument : url === key.id ? keyDocument : null;
    const document = bundledContext(url) ?? own;
    if (document === null) throw new Error(`not at hand: ${url}`);
    return { contextUrl: null, documentUrl: url, document, tag: 'static' };
  };
  const keyPair = await Ed25519Multikey.from({
    id: key.id,
    controller: did,
    publicKeyMultibase: key.publicKeyMultibase,
    secretKeyMultibase: formatSecretMultikey(SEED),
  });
  const signer = keyPair.signer();
  const date = AT;
  const byRdf = () => new DataIntegrityProof({ signer, cryptosuite: eddsaRdfc2022, date });
  const byJcs = () => {
    const cryptosuite = eddsaJcs.createSignCryptosuite();
    return new DataIntegrityProof({ signer, cryptosuite, date });
  };
  const issue = async (credential: JsonObject, suite: unknown): Promise<JsonObject> =>
    (await vc.issue({ credential, suite, documentLoader, now: AT })) as JsonObject;
  return {
    issueBoth: async (document) => issue(await issue(document, byRdf()), byJcs()),
    issueByRdf: (document) => issue(document, byRdf()),
    async verifyByRdf(credential) {
      const suite = new DataIntegrityProof({ cryptosuite: eddsaRdfc2022 });
      return (await vc.verifyCredential({ credential, suite, documentLoader, now: AT })).verified;
    },
  };
}
