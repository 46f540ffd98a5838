// did:key (W3C CCG, "The did:key Method"): the DID is the key.
import { CredentialsError } from '../credentials-error.ts';
import type { JsonObject } from '../document/json.ts';
import { parseMultikey } from '../key/multikey.ts';

/** did:key:z6Mk... of a publicKeyMultibase (did:key, "Format"); errors as of `parseMultikey`. */
export function didKeyOf(publicKeyMultibase: string): string {
  parseMultikey(publicKeyMultibase);
  return `did:key:${publicKeyMultibase}`;
}

/** did:key:z6Mk...#z6Mk..., the one verification method; errors as of `parseMultikey`. */
export function didKeyMethod(publicKeyMultibase: string): string {
  return `${didKeyOf(publicKeyMultibase)}#${publicKeyMultibase}`;
}

/** The key that a did:key verification method states, or null when it is none. */
export function keyOfDidKey(verificationMethod: string): string | null {
  const [, key = '', fragment = ''] = /^did:key:([^#]+)#(.+)$/u.exec(verificationMethod) ?? [];
  return key !== '' && key === fragment ? key : null;
}

/**
 * The document that the DID itself states (did:key, "Document Creation Algorithm"), with its two
 * signing relationships alone. `malformed-key` for what is no did:key, and errors as of
 * `parseMultikey`.
 */
export function didKeyDocument(did: string): JsonObject {
  const key = did.startsWith('did:key:') ? did.slice('did:key:'.length) : '';
  if (key === '') throw new CredentialsError('malformed-key', `no did:key: ${did}`);
  const method = didKeyMethod(key);
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [
      { id: method, type: 'Multikey', controller: did, publicKeyMultibase: key },
    ],
    assertionMethod: [method],
    authentication: [method],
  };
}
