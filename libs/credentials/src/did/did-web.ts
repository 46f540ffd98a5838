// did:web (W3C CCG, "did:web Method Specification"): the DID of an origin, where its document is, and
// the document itself with every key that ever signed.
import { CredentialsError } from '../credentials-error.ts';
import { instantOf } from '../document/date-time.ts';
import type { JsonObject } from '../document/json.ts';
import { parseMultikey } from '../key/multikey.ts';

/** One key of an issuer and when it was in use. */
export interface HistoricKey {
  /** The DID URL, e.g. did:web:sanad.example#key-1; never given to another key. */
  id: string;
  publicKeyMultibase: string;
  /** dateTimeStamps; `until` is null while the key is in use. */
  from: string;
  until: string | null;
  /** Since when somebody else may have had it; what it signed counts only if the log saw it before. */
  compromisedFrom: string | null;
}

/** did:web:host, did:web:host%3Aport; an origin with a path has its segments after colons. */
export function didWebOf(origin: string): string {
  const { host, pathname } = new URL(origin);
  const path = pathname.split('/').filter((segment) => segment !== '');
  return ['did:web', host.replace(':', '%3A'), ...path.map(encodeURIComponent)].join(':');
}

/** Where the document of a did:web stands. Local hosts are read over plain HTTP by their caller. */
export function didWebUrl(did: string): string {
  const [scheme, method, host, ...path] = did.split(':');
  if (scheme !== 'did' || method !== 'web' || host === undefined || host === '') {
    throw new CredentialsError('malformed-key', `no did:web: ${did}`);
  }
  const folder = path.length === 0 ? '.well-known' : path.map(decodeURIComponent).join('/');
  return `https://${decodeURIComponent(host)}/${folder}/did.json`;
}

/**
 * The DID document. Keys that were replaced stay under assertionMethod, or everything they signed
 * would stop verifying; a compromised key is marked revoked and taken out of it.
 */
export function didWebDocument(did: string, keys: readonly HistoricKey[]): JsonObject {
  const sound = keys.filter((key) => key.compromisedFrom === null);
  const inUse = sound.filter((key) => key.until === null);
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map((key) => methodOf(did, key)),
    assertionMethod: sound.map((key) => key.id),
    authentication: inUse.map((key) => key.id),
  };
}

function methodOf(did: string, key: HistoricKey): JsonObject {
  parseMultikey(key.publicKeyMultibase);
  if (!key.id.startsWith(`${did}#`)) {
    throw new CredentialsError('malformed-key', `${key.id} is no key of ${did}`);
  }
  for (const date of [key.from, key.until, key.compromisedFrom]) {
    if (date !== null && instantOf(date) === null) {
      throw new CredentialsError('malformed-key', `${date} is no dateTimeStamp`);
    }
  }
  return {
    id: key.id,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: key.publicKeyMultibase,
    ...(key.compromisedFrom === null ? {} : { revoked: key.compromisedFrom }),
  };
}
