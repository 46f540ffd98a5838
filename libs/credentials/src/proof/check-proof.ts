// Checks Data Integrity proofs (VC Data Integrity 1.0 §4.4 "Verify Proof", §4.5 "Verify Proof Sets and
// Chains"). Whose key it is and whether he may be trusted is not asked here.
import type { Cryptography } from '../cryptography/cryptography.ts';
import { CredentialsError } from '../credentials-error.ts';
import { fromBase58 } from '../document/base58.ts';
import { instantOf } from '../document/date-time.ts';
import { asList, isObject, textOf, without } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { parseMultikey } from '../key/multikey.ts';
import type { PublicKey } from '../key/multikey.ts';
import { addedMeaning } from './added-context.ts';
import { chained, withProofs } from './add-proof.ts';
import type { CanonicalForms } from './canonical-forms.ts';
import { hiddenMeaning } from './hidden-statements.ts';
import { fitsKey, hashData, hashFor, isByJson, isCryptosuite } from './cryptosuite.ts';
import type { Cryptosuite } from './cryptosuite.ts';

export type ProofFinding =
  | { outcome: 'passed'; proof: JsonObject; verificationMethod: string; suite: string }
  | { outcome: 'failed'; code: 'signature-wrong' | 'proof-malformed'; why: string }
  | {
      outcome: 'cannot-tell';
      code: 'suite-unknown' | 'key-not-found' | 'context-unknown';
      why: string;
    };

/** The publicKeyMultibase that a verification method stands for, or null when it isn't at hand. */
export type FindKey = (verificationMethod: string) => string | null;

export type ProofMeans = {
  cryptography: Cryptography;
  findKey: FindKey;
  purpose: 'assertionMethod' | 'authentication';
  forms: CanonicalForms;
  /** Of a proof set, only the proof that is quickest to check: JCS before RDF. */
  quickest?: boolean | undefined;
};

/** One finding for each proof of the document. */
export async function checkProofs(
  document: JsonObject,
  means: ProofMeans,
): Promise<ProofFinding[]> {
  const proofs = asList(document['proof']);
  const chosen = means.quickest === true ? quickest(proofs) : proofs;
  const findings: ProofFinding[] = [];
  for (const proof of chosen) findings.push(await checkOne(document, proof, proofs, means));
  return findings;
}

function quickest(proofs: Json[]): Json[] {
  const byJson = proofs.find(
    (proof) =>
      isObject(proof) && isCryptosuite(proof['cryptosuite']) && isByJson(proof['cryptosuite']),
  );
  return byJson === undefined ? proofs : [byJson];
}

function malformed(why: string): ProofFinding {
  return { outcome: 'failed', code: 'proof-malformed', why };
}

async function checkOne(
  document: JsonObject,
  proof: Json,
  all: Json[],
  means: ProofMeans,
): Promise<ProofFinding> {
  const problem = isObject(proof) ? problemOf(proof, document, means) : 'a proof is an object';
  if (!isObject(proof) || problem !== null) return malformed(problem ?? 'a proof is an object');
  const { cryptosuite: suite } = proof;
  if (proof['type'] !== 'DataIntegrityProof' || !isCryptosuite(suite)) {
    const why = `${textOf(proof['type']) ?? ''} ${textOf(suite) ?? ''}`.trim();
    return { outcome: 'cannot-tell', code: 'suite-unknown', why };
  }
  const verificationMethod = textOf(proof['verificationMethod']) ?? '';
  try {
    const multikey = means.findKey(verificationMethod);
    if (multikey === null) {
      return { outcome: 'cannot-tell', code: 'key-not-found', why: verificationMethod };
    }
    const key = parseMultikey(multikey);
    if (!fitsKey(suite, key)) return malformed(`${suite} and a key for ${key.algorithm}`);
    const signature = signatureOf(proof);
    const unsecured = withProofs(
      unsecuredOf(document, proof, suite),
      chained(all, proof['previousProof']),
    );
    const hash = hashFor(key, means.cryptography);
    const data = await hashData(suite, unsecured, proof, hash, means.forms);
    if (!(await verifies(key, data, signature, means.cryptography))) {
      return { outcome: 'failed', code: 'signature-wrong', why: verificationMethod };
    }
    const unlike = isByJson(suite)
      ? await addedMeaning(document, proof, means.forms)
      : await hiddenMeaning(unsecured, proof, means.forms);
    return unlike === null
      ? { outcome: 'passed', proof, verificationMethod, suite }
      : malformed(unlike);
  } catch (error) {
    return asFinding(error);
  }
}

function problemOf(proof: JsonObject, document: JsonObject, means: ProofMeans): string | null {
  if (typeof proof['type'] !== 'string') return 'VC-DI §2.1: a proof has a type';
  if (typeof proof['proofPurpose'] !== 'string') return 'VC-DI §2.1: a proof has a proofPurpose';
  if (proof['proofPurpose'] !== means.purpose) {
    return `the proof is for ${proof['proofPurpose']}, not for ${means.purpose}`;
  }
  if (typeof proof['verificationMethod'] !== 'string') return 'a proof names its key';
  if (typeof proof['proofValue'] !== 'string') return 'VC-DI §2.1: a proof has a proofValue';
  for (const name of ['created', 'expires']) {
    const value = proof[name];
    if (value !== undefined && instantOf(textOf(value) ?? '') === null) {
      return `VC-DI §2.1: ${name} is a dateTimeStamp`;
    }
  }
  return contextProblem(proof['@context'], document['@context']);
}

/** VC-DI-EdDSA §3.3.2: the document's context begins with that of the proof, in this order. */
function contextProblem(ofProof: Json | undefined, ofDocument: Json | undefined): string | null {
  if (ofProof === undefined) return null;
  const stated = asList(ofProof);
  const held = asList(ofDocument);
  const begins = stated.every((url, i) => JSON.stringify(url) === JSON.stringify(held[i]));
  return begins ? null : 'the context of the proof is not that of the document';
}

/** VC-DI-EdDSA §3.3.2: a JCS proof is over the context that it states; of an RDF proof nothing is taken. */
function unsecuredOf(document: JsonObject, proof: JsonObject, suite: Cryptosuite): JsonObject {
  const unsecured = without(document, 'proof');
  const context = proof['@context'];
  if (context === undefined || !isByJson(suite)) return unsecured;
  return { ...unsecured, '@context': context };
}

function signatureOf(proof: JsonObject): Uint8Array {
  const value = textOf(proof['proofValue']) ?? '';
  // 'z' is base58-btc, the one multibase of these suites; the longest signature is 96 bytes.
  if (!value.startsWith('z') || value.length > 140) {
    throw new CredentialsError('malformed-encoding', 'a proofValue is base58 and begins with z');
  }
  return fromBase58(value.slice(1));
}

async function verifies(
  key: PublicKey,
  data: Uint8Array,
  signature: Uint8Array,
  cryptography: Cryptography,
): Promise<boolean> {
  return key.algorithm === 'Ed25519'
    ? cryptography.verifyEd25519(key.bytes, data, signature)
    : cryptography.verifyEcdsa(key.algorithm, key.bytes, data, signature);
}

function asFinding(error: unknown): ProofFinding {
  if (!(error instanceof CredentialsError) || error.code === 'unavailable') throw error;
  if (error.code === 'unknown-context') {
    return { outcome: 'cannot-tell', code: 'context-unknown', why: error.message };
  }
  return malformed(error.message);
}
