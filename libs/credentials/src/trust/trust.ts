// The verifier's own trust file: pinned beforehand, never read from what is verified.
import { CredentialsError } from '../credentials-error.ts';
import type { HistoricKey } from '../did/did-web.ts';
import { instantOf } from '../document/date-time.ts';
import { asList, isObject, textOf } from '../document/json.ts';
import type { Json } from '../document/json.ts';
import { parseMultikey } from '../key/multikey.ts';

/** An issuer that the verifier knows, and all the keys that he ever had. */
export type TrustedIssuer = {
  /** The issuer's DID or URL, as credentials name him. */
  id: string;
  name: string;
  keys: HistoricKey[];
  /** Whether what he issues has to be in the transparency log. */
  log: 'required' | 'none';
};

/** What the verifier pinned beforehand. */
export interface Trust {
  issuers: TrustedIssuer[];
  /** Log keys, witnesses and how many of them: a policy of libs/transparency-log; null for no log. */
  log: Json;
  /** How old a status list may be, in seconds; null: what the list itself says (its ttl). */
  statusMaxAge: number | null;
}

/**
 * Reads a trust file; whatever it lacks is refused, so that nothing is trusted by omission:
 * `malformed-json`, and errors as of `parseMultikey`. The log policy is read when it is used.
 */
export function parseTrust(file: Json): Trust {
  if (!isObject(file) || !Array.isArray(file['issuers'])) throw malformed('issuers: a list');
  const { statusMaxAge = null, log = null } = file;
  if (statusMaxAge !== null && (typeof statusMaxAge !== 'number' || !(statusMaxAge >= 0))) {
    throw malformed('statusMaxAge: seconds, or null');
  }
  return { issuers: file['issuers'].map(issuerOf), log, statusMaxAge };
}

function issuerOf(value: Json): TrustedIssuer {
  if (!isObject(value)) throw malformed('an issuer is an object');
  const { id, name, log } = value;
  if (typeof id !== 'string' || typeof name !== 'string') throw malformed('issuer: id and name');
  if (log !== 'required' && log !== 'none') throw malformed("issuer: log 'required' or 'none'");
  return { id, name, log, keys: asList(value['keys']).map((key) => keyOf(key)) };
}

function keyOf(value: Json): HistoricKey {
  if (!isObject(value)) throw malformed('a key is an object');
  const id = textOf(value['id']);
  const publicKeyMultibase = textOf(value['publicKeyMultibase']);
  const from = textOf(value['from']);
  if (id === null || publicKeyMultibase === null || from === null) {
    throw malformed('key: id, publicKeyMultibase and from');
  }
  parseMultikey(publicKeyMultibase);
  if (instantOf(from) === null) throw malformed(`${from} is no dateTimeStamp`);
  const until = endOf(value['until']);
  const compromisedFrom = endOf(value['compromisedFrom']);
  return { id, publicKeyMultibase, from, until, compromisedFrom };
}

function endOf(value: Json | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string' || instantOf(value) === null) {
    throw malformed(`${JSON.stringify(value)} is no dateTimeStamp`);
  }
  return value;
}

function malformed(why: string): CredentialsError {
  return new CredentialsError('malformed-json', `trust file: ${why}`);
}
