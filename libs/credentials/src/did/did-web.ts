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

/**
 * did:web:host, did:web:host%3Aport; an origin with a path has its segments after colons (did:web,
 * "Create (Register)"). `malformed-key` for what is no http(s) URL.
 */
export function didWebOf(origin: string): string {
  const url = URL.parse(origin);
  if (url === null || !/^https?:$/u.test(url.protocol)) {
    throw new CredentialsError('malformed-key', `no origin: ${origin}`);
  }
  const path = url.pathname.split('/').filter((segment) => segment !== '');
  const did = ['did:web', url.host.replace(':', '%3A'), ...path.map(segmentOf)].join(':');
  didWebUrl(did);
  return did;
}

/** A DID has these characters alone and any other as %XX (DID Core, "DID Syntax"). */
function segmentOf(segment: string): string {
  return segment.replaceAll(
    /[^\w.%-]/gu,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** A segment is a name: "." and ".." would climb out of their folder, as "%2e" does. */
const SEGMENT = /:(?!(?:\.|%2[Ee])+(?::|$))(?:[\w.-]|%[\dA-Fa-f]{2})+/u.source;
const DID_WEB = new RegExp(`^did:web:([\\w.-]+)(?:%3[Aa](\\d{1,5}))?((?:${SEGMENT})*)$`, 'u');

/**
 * Where the document of a did:web stands (did:web, "Read (Resolve)"). Local hosts are read over
 * plain HTTP by their caller. `malformed-key` for what is no did:web: nothing but a port's colon is
 * decoded, or "did:web:sanad.example%40other.example" would be read from the other.
 */
export function didWebUrl(did: string): string {
  const [, name = '', port, path = ''] = DID_WEB.exec(did) ?? [];
  if (name === '') throw new CredentialsError('malformed-key', `no did:web: ${did}`);
  const folder = path === '' ? '/.well-known' : path.replaceAll(':', '/');
  return `https://${name}${port === undefined ? '' : `:${port}`}${folder}/did.json`;
}

/**
 * The DID document (DID Core, "Verification Methods", "Verification Relationships"). Keys that were
 * replaced stay under assertionMethod, or everything they signed would stop verifying; a
 * compromised key is marked revoked and taken out of it. `malformed-key` for a key of another DID,
 * a date that is no dateTimeStamp, and errors as of `parseMultikey`.
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
