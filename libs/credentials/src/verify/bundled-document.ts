// A bundle brings the issuer's DID document for readers that have no trust file of their own. Here the
// trust file decides; but a bundle whose document says something else was tampered with.
import { isObject } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { didWebDocument } from '../did/did-web.ts';
import type { HistoricKey } from '../did/did-web.ts';
import { canonicalJson } from '../document/canonical-json.ts';
import type { TrustedIssuer } from '../trust/trust.ts';

/**
 * What in the document is not as the trust file has it; null when nothing is. The document may be older
 * or newer than the trust file: it may lack keys that did not sign here, and have keys that are new.
 */
export function documentProblem(
  document: JsonObject,
  issuer: TrustedIssuer,
  signed: readonly { verificationMethod: string }[],
): string | null {
  const { verificationMethod: methods, assertionMethod, authentication } = document;
  if (!Array.isArray(methods) || !methods.every(isObject)) return 'its verificationMethod';
  const ids = methods.map(({ id }) => id);
  if (!isSubset(assertionMethod, ids)) return 'its assertionMethod';
  if (!isSubset(authentication, ids)) return 'its authentication';
  const missing = signed.find(({ verificationMethod: id }) => !assertionMethod.includes(id));
  if (missing !== undefined) return `it does not have ${missing.verificationMethod}`;
  for (const method of methods) {
    const key = issuer.keys.find(({ id }) => id === method['id']) ?? unknownKey(method);
    if (key === null || !sameMethod(method, issuer.id, key)) return `its ${idOf(method)}`;
  }
  const empty = { verificationMethod: [], assertionMethod: [], authentication: [] };
  const frame = canonicalJson({ ...document, ...empty });
  return frame === canonicalJson(didWebDocument(issuer.id, [])) ? null : 'more than keys';
}

function isSubset(value: Json | undefined, ids: readonly (Json | undefined)[]): value is Json[] {
  return (
    Array.isArray(value) &&
    value.every((id) => ids.includes(id)) &&
    new Set(value).size === value.length
  );
}

/** A key that is newer than the trust file: nothing rests on it here, whatever its material. */
function unknownKey(method: JsonObject): HistoricKey | null {
  const { id, publicKeyMultibase } = method;
  if (typeof id !== 'string' || typeof publicKeyMultibase !== 'string') return null;
  return { id, publicKeyMultibase, from: '', until: null, compromisedFrom: null };
}

function sameMethod(method: JsonObject, did: string, key: HistoricKey): boolean {
  const { revoked, ...rest } = method;
  const { id, publicKeyMultibase } = key;
  const expected = { id, type: 'Multikey', controller: did, publicKeyMultibase };
  return (
    canonicalJson(rest) === canonicalJson(expected) &&
    (revoked === undefined || revoked === key.compromisedFrom)
  );
}

function idOf(method: JsonObject): string {
  return typeof method['id'] === 'string' ? method['id'] : 'verificationMethod';
}
