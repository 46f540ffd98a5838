// One file with what `verify` needs without a network: evidence, never trust.
import { LogError } from './error.ts';
import type { LogEvidence } from './logged.ts';

/** A value of RFC 8259. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/**
 * `credential`, `didDocument` and `statusLists` are signed or checked by themselves; `log` has the
 * events of this certificate, the oldest first. What of this is believed is up to the trust file.
 */
export type Bundle = {
  format: typeof BUNDLE_FORMAT;
  credential: JsonObject;
  didDocument: JsonObject;
  statusLists: JsonObject[];
  log: LogEvidence[];
};

/** What a bundle says in its `format`. */
export const BUNDLE_FORMAT = 'sanad-bundle/v1';
const LARGEST = 4_000_000;

/** The file's text: JSON (RFC 8259), indented by 2, with a newline at its end. */
export function formatBundle(parts: Omit<Bundle, 'format'>): string {
  const { credential, didDocument, statusLists, log } = parts;
  const bundle: Bundle = { format: BUNDLE_FORMAT, credential, didDocument, statusLists, log };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

/** Whether a parsed file says that it is a bundle (and not a credential by itself). */
export function isBundle(file: unknown): boolean {
  return isObject(file) && file['format'] === BUNDLE_FORMAT;
}

/**
 * Takes the text (at most 4,000,000 characters) or the parsed JSON. `malformed-bundle` for what is
 * none, and for a member that is not known, as nothing would check it. The credential itself is not
 * read.
 */
export function parseBundle(file: string | Json): Bundle {
  const parsed = typeof file === 'string' ? parseJson(file) : file;
  if (!isObject(parsed) || parsed['format'] !== BUNDLE_FORMAT) throw bad('format', BUNDLE_FORMAT);
  onlyMembers(parsed, ['format', 'credential', 'didDocument', 'statusLists', 'log'], 'the bundle');
  const { credential, didDocument, statusLists, log } = parsed;
  if (!isObject(credential)) throw bad('credential', 'an object');
  if (!isObject(didDocument)) throw bad('didDocument', 'an object');
  if (!Array.isArray(statusLists) || !statusLists.every(isObject)) {
    throw bad('statusLists', 'a list of credentials');
  }
  if (!Array.isArray(log)) throw bad('log', 'a list of log evidence');
  const evidence = log.map((one) => parseEvidence(one));
  return { format: BUNDLE_FORMAT, credential, didDocument, statusLists, log: evidence };
}

export function parseEvidence(value: Json): LogEvidence {
  if (!isObject(value) || !isObject(value['event'])) throw bad('log', 'event, salt and proof');
  onlyMembers(value, ['event', 'salt', 'proof'], 'log evidence');
  onlyMembers(value['event'], ['event', 'certificateId', 'digest', 'time'], 'a logged event');
  const { event, certificateId, digest, time } = value['event'];
  return {
    event: {
      event: text('event', event),
      certificateId: text('certificateId', certificateId),
      digest: text('digest', digest),
      time: text('time', time),
    },
    salt: text('salt', value['salt']),
    proof: text('proof', value['proof']),
  };
}

function parseJson(file: string): Json {
  if (file.length > LARGEST) throw bad('the file', 'shorter than 4 MB');
  try {
    return JSON.parse(file) as Json;
  } catch {
    throw bad('the file', 'JSON');
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(name: string, value: Json | undefined): string {
  if (typeof value !== 'string') throw bad(name, 'a text');
  return value;
}

function onlyMembers(value: JsonObject, known: string[], where: string): void {
  const other = Object.keys(value).find((name) => !known.includes(name));
  if (other !== undefined)
    throw new LogError('malformed-bundle', `"${other}" is unknown in ${where}`);
}

function bad(what: string, expected: string): LogError {
  return new LogError('malformed-bundle', `${what}: expected ${expected}`);
}
