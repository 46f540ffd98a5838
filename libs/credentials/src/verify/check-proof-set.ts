import { asList, isObject, textOf } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import { keyOfDidKey } from '../did/did-key.ts';
import { keyOfDocument } from '../did/did-document.ts';
import type { FindKey, ProofFinding } from '../proof/check-proof.ts';
import type { Trust } from '../trust/trust.ts';
import type { ProofCheck } from './check.ts';

/** The trust file's key; else the one that the issuer says he has, so that the answer can name him. */
export function keyFinder(
  trust: Trust,
  didDocuments: readonly JsonObject[],
  purpose: 'assertionMethod' | 'authentication' = 'assertionMethod',
): FindKey {
  return (method) => {
    for (const issuer of trust.issuers) {
      const key = issuer.keys.find(({ id }) => id === method);
      if (key !== undefined) return key.publicKeyMultibase;
    }
    const byDidKey = keyOfDidKey(method);
    if (byDidKey !== null) return byDidKey;
    for (const document of didDocuments) {
      const key = keyOfDocument(document, method, purpose);
      if (key !== null) return key;
    }
    return null;
  };
}

/** All the proofs of the set have to hold; one that can't be checked leaves the set untold. */
export function proofCheck(document: JsonObject, findings: readonly ProofFinding[]): ProofCheck {
  const all = asList(document['proof']);
  const base = { check: 'proof', asOf: null } as const;
  if (findings.length === 0) {
    return {
      ...base,
      outcome: 'failed',
      code: 'no-proof',
      what: 'the document has no proof',
      against: 'VC Data Integrity 1.0',
    };
  }
  const against = all
    .map((proof) => (isObject(proof) ? textOf(proof['verificationMethod']) : ''))
    .join(' ');
  const failed = findings.find((one) => one.outcome === 'failed');
  const untold = findings.find((one) => one.outcome === 'cannot-tell');
  const wrong = failed ?? untold;
  if (wrong !== undefined) {
    return { ...base, outcome: wrong.outcome, code: wrong.code, what: wrong.why, against };
  }
  const suites = findings.flatMap((one) => (one.outcome === 'passed' ? [one.suite] : []));
  const what = `${findings.length} of ${all.length} proofs: ${suites.join(', ')}`;
  return { ...base, outcome: 'passed', code: 'signed', what, against };
}
