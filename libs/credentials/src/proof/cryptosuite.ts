// What each Data Integrity cryptosuite hashes (VC-DI-EdDSA 1.0 §3.2 and §3.3, VC-DI-ECDSA 1.0 §3.2 and
// §3.3): the proof's options and the document, each canonical, each hashed, in this order.
import type { Cryptography } from '../cryptography/cryptography.ts';
import { concat } from '../document/bytes.ts';
import type { JsonObject } from '../document/json.ts';
import { without } from '../document/json.ts';
import type { PublicKey } from '../key/multikey.ts';
import type { CanonicalForms } from './canonical-forms.ts';
import { ownCredentialQuads, ownProofQuads } from './fill-shape.ts';

export type Cryptosuite =
  | 'eddsa-rdfc-2022'
  | 'eddsa-jcs-2022'
  | 'ecdsa-rdfc-2019'
  | 'ecdsa-jcs-2019';

const SUITES: Record<Cryptosuite, { canonical: 'rdf' | 'json'; keys: PublicKey['algorithm'][] }> = {
  'eddsa-rdfc-2022': { canonical: 'rdf', keys: ['Ed25519'] },
  'eddsa-jcs-2022': { canonical: 'json', keys: ['Ed25519'] },
  'ecdsa-rdfc-2019': { canonical: 'rdf', keys: ['P-256', 'P-384'] },
  'ecdsa-jcs-2019': { canonical: 'json', keys: ['P-256', 'P-384'] },
};

export function isCryptosuite(name: unknown): name is Cryptosuite {
  return typeof name === 'string' && Object.hasOwn(SUITES, name);
}

export function fitsKey(suite: Cryptosuite, key: PublicKey): boolean {
  return SUITES[suite].keys.includes(key.algorithm);
}

export function isByJson(suite: Cryptosuite): boolean {
  return SUITES[suite].canonical === 'json';
}

/** SHA-384 goes with P-384 keys (VC-DI-ECDSA §3.2.4), SHA-256 with all others. */
export function hashFor(key: PublicKey, cryptography: Cryptography): Cryptography['sha256'] {
  return key.algorithm === 'P-384' ? cryptography.sha384 : cryptography.sha256;
}

/**
 * The bytes that are signed. `document` is without its proofs (but for those that the proof chains
 * to), `proof` is the proof, whose proofValue is left out here.
 */
export async function hashData(
  suite: Cryptosuite,
  document: JsonObject,
  proof: JsonObject,
  hash: Cryptography['sha256'],
  forms: CanonicalForms,
): Promise<Uint8Array> {
  const ofOptions = await hashOptions(suite, document, proof, hash, forms);
  return concat(ofOptions, await hashDocument(suite, document, hash, forms));
}

export async function hashOptions(
  suite: Cryptosuite,
  document: JsonObject,
  proof: JsonObject,
  hash: Cryptography['sha256'],
  forms: CanonicalForms,
): Promise<Uint8Array> {
  if (isByJson(suite)) return hash(forms.json(without(proof, 'proofValue')));
  const options = optionsAsRdf(document, proof);
  return hash(ownProofQuads(options) ?? (await forms.rdf(options)));
}

export async function hashDocument(
  suite: Cryptosuite,
  document: JsonObject,
  hash: Cryptography['sha256'],
  forms: CanonicalForms,
): Promise<Uint8Array> {
  if (isByJson(suite)) return hash(forms.json(document));
  return hash(ownCredentialQuads(document) ?? (await forms.rdf(document)));
}

/** VC-DI-EdDSA §3.2.5: the options, in the document's context. */
export function optionsAsRdf(document: JsonObject, proof: JsonObject): JsonObject {
  const options = without(proof, 'proofValue');
  const context = document['@context'];
  return context === undefined ? options : { ...options, '@context': context };
}
