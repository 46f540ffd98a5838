// Reads keys out of somebody's DID document. It is evidence of what he says of himself, no trust.
import { asList, isObject, textOf } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';

type Purpose = 'assertionMethod' | 'authentication';

/** The key that the document gives this method for this purpose; null if it gives none. */
export function keyOfDocument(
  document: JsonObject,
  verificationMethod: string,
  purpose: Purpose,
): string | null {
  const did = textOf(document['id']);
  // A document speaks for its own DID alone: another's method in it says nothing.
  if (did === null || !verificationMethod.startsWith(`${did}#`)) return null;
  const absolute = (id: Json | undefined) =>
    textOf(id)?.startsWith('#') ? `${did}${textOf(id)}` : id;
  const isIt = (one: Json) => isObject(one) && absolute(one['id']) === verificationMethod;
  const named = asList(document[purpose]);
  const embedded = named.find(isIt);
  const listed = named.some((one) => absolute(one) === verificationMethod);
  const method =
    embedded ?? (listed ? asList(document['verificationMethod']).find(isIt) : undefined);
  if (!isObject(method) || method['controller'] !== did || method['revoked'] !== undefined)
    return null;
  return textOf(method['publicKeyMultibase']);
}
