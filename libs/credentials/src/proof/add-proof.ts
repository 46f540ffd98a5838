// Adds Data Integrity proofs to a document (VC Data Integrity 1.0 §4.3 "Add Proof Set/Chain").
import type { Cryptography } from '../cryptography/cryptography.ts';
import { CredentialsError } from '../credentials-error.ts';
import { concat } from '../document/bytes.ts';
import { toBase58 } from '../document/base58.ts';
import { formatInstant } from '../document/date-time.ts';
import { asList, isObject, without } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import type { Signer } from '../key/signer.ts';
import { canonicalForms } from './canonical-forms.ts';
import type { CanonicalForms } from './canonical-forms.ts';
import { hasOwnContext } from './fill-shape.ts';
import { hashDocument, hashOptions } from './cryptosuite.ts';

export type SigningSuite = 'eddsa-rdfc-2022' | 'eddsa-jcs-2022';

/** What a proof says of itself (VC Data Integrity 1.0 §2.1); dates are written in whole seconds. */
export interface ProofOptions {
  cryptosuite: SigningSuite;
  created: Date;
  purpose: 'assertionMethod' | 'authentication';
  id?: string;
  /** The ids of proofs that are in the document already: this proof then covers them, too. */
  previousProof?: string | string[];
  challenge?: string;
  domain?: string;
  expires?: Date;
}

/**
 * The document with one proof more (VC-DI-EdDSA 1.0 §3.2.1, §3.3.1); the earlier ones stay as they
 * are. `malformed-draft` for a `previousProof` that no proof has as its id; errors as of
 * `canonicalForms`.
 */
export async function addProof(
  document: JsonObject,
  signer: Signer,
  options: ProofOptions,
  cryptography: Cryptography,
  forms: CanonicalForms = canonicalForms(),
): Promise<JsonObject> {
  const before = asList(document['proof']);
  const bare = without(document, 'proof');
  const unsecured = withProofs(bare, chained(before, options.previousProof));
  const proof = await proofOf(unsecured, signer, options, cryptography, forms);
  return { ...bare, proof: before.length === 0 ? proof : [...before, proof] };
}

/** The proof over this document, which is without its proofs but for those that this one chains to. */
export async function proofOf(
  unsecured: JsonObject,
  signer: Signer,
  options: ProofOptions,
  cryptography: Cryptography,
  forms: CanonicalForms,
): Promise<JsonObject> {
  const { cryptosuite } = options;
  const { sha256 } = cryptography;
  const proof = optionsOf(unsecured, signer, options);
  const ofOptions = await optionsHash(unsecured, proof, signer, options, cryptography, forms);
  const ofDocument = await hashDocument(cryptosuite, unsecured, sha256, forms);
  const signature = await signer.sign(concat(ofOptions, ofDocument));
  return { ...proof, proofValue: `z${toBase58(signature)}` };
}

/** Hashes of options that recur: what is issued within a second has the same. */
const recurring = new Map<string, Uint8Array>();
const MOST_RECURRING = 16;

async function optionsHash(
  document: JsonObject,
  proof: JsonObject,
  signer: Signer,
  options: ProofOptions,
  { sha256 }: Cryptography,
  forms: CanonicalForms,
): Promise<Uint8Array> {
  const name = hasOwnContext(document) ? nameOf(signer, options) : null;
  const before = name === null ? undefined : recurring.get(name);
  if (before !== undefined) return before;
  const made = await hashOptions(options.cryptosuite, document, proof, sha256, forms);
  if (name === null) return made;
  if (recurring.size >= MOST_RECURRING) recurring.clear();
  recurring.set(name, made);
  return made;
}

/** All that can differ in the options of a certificate's proof; null where there are others, too. */
function nameOf(signer: Signer, options: ProofOptions): string | null {
  const { cryptosuite, purpose, created, ...others } = options;
  for (const _ in others) return null;
  return `${cryptosuite} ${purpose} ${formatInstant(created)} ${signer.verificationMethod}`;
}

function optionsOf(document: JsonObject, signer: Signer, options: ProofOptions): JsonObject {
  const proof: JsonObject = {
    ...(options.id === undefined ? {} : { id: options.id }),
    type: 'DataIntegrityProof',
    cryptosuite: options.cryptosuite,
    created: formatInstant(options.created),
    verificationMethod: signer.verificationMethod,
    proofPurpose: options.purpose,
  };
  if (options.expires !== undefined) proof['expires'] = formatInstant(options.expires);
  if (options.challenge !== undefined) proof['challenge'] = options.challenge;
  if (options.domain !== undefined) proof['domain'] = options.domain;
  if (options.previousProof !== undefined) proof['previousProof'] = options.previousProof;
  const context = document['@context'];
  // VC-DI-EdDSA §3.3.1: the JCS proof states the context it was made under; §3.2.1 does not.
  if (options.cryptosuite === 'eddsa-jcs-2022' && context !== undefined) {
    proof['@context'] = context;
  }
  return proof;
}

/** The proofs that these ids name; a name that none has is refused. */
export function chained(proofs: Json[], previous: Json | undefined): JsonObject[] {
  return asList(previous).map((id) => {
    const proof = proofs.find((one) => isObject(one) && one['id'] === id);
    if (!isObject(proof)) {
      throw new CredentialsError('malformed-draft', `no proof has the id ${JSON.stringify(id)}`);
    }
    return proof;
  });
}

export function withProofs(document: JsonObject, proofs: JsonObject[]): JsonObject {
  return proofs.length === 0 ? document : { ...document, proof: proofs };
}
