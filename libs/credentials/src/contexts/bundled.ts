// The contexts that stand beside this code: nothing else is read unless the caller hands in a loader,
// because whoever serves a context decides what a signed document means.
import { utf8 } from '../document/bytes.ts';
import type { JsonObject } from '../document/json.ts';
import { credentialsV2 } from './credentials-v2.ts';
import { dataIntegrityV2 } from './data-integrity-v2.ts';
import { multikeyV1 } from './multikey-v1.ts';
import { openBadges301 } from './open-badges-3-0-1.ts';
import { openBadges302 } from './open-badges-3-0-2.ts';
import { openBadges303 } from './open-badges-3-0-3.ts';

export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
export const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

const TEXTS = new Map([
  [CREDENTIALS_V2, credentialsV2],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json', openBadges301],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json', openBadges302],
  [OPEN_BADGES, openBadges303],
  ['https://w3id.org/security/data-integrity/v2', dataIntegrityV2],
  ['https://w3id.org/security/multikey/v1', multikeyV1],
]);
const parsed = new Map<string, JsonObject>();

/** The context's document (VCDM 2.0 §4.3), or null when it is none of the bundled ones. */
export function bundledContext(url: string): JsonObject | null {
  const text = TEXTS.get(url);
  if (text === undefined) return null;
  const document = parsed.get(url) ?? (JSON.parse(text) as JsonObject);
  parsed.set(url, document);
  return document;
}

/** The very bytes as published, for a digest over them. */
export function bundledResource(url: string): Uint8Array | null {
  const text = TEXTS.get(url);
  return text === undefined ? null : utf8(text);
}
