// JSON Canonicalization Scheme (RFC 8785): names sorted by UTF-16 code units, no white space, numbers
// and strings as ECMAScript writes them.
import { CredentialsError } from '../credentials-error.ts';
import type { Json } from './json.ts';

/** Texts of members that were written before; a member is the same object, never changed since. */
export type KnownMembers = WeakMap<object, string>;

/**
 * RFC 8785 §3.2. A number that isn't finite or a string with a lone surrogate is refused (§3.1).
 * `known`, if given, is filled with the members of this object and used for those that are in it.
 */
export function canonicalJson(value: Json, known?: KnownMembers): string {
  const text = write(value, known);
  // JSON.stringify escapes nothing else that way: a well-formed string has none, or the letters alone.
  if (text.includes('\\ud')) refuseSurrogates(value);
  return text;
}

function write(value: Json, known?: KnownMembers): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new CredentialsError('not-canonical', 'RFC 8785 §3.2.2.3: a number that is not finite');
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    let list = '';
    for (const entry of value) list += (list === '' ? '' : ',') + write(entry);
    return `[${list}]`;
  }
  let members = '';
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined) continue;
    const text = known === undefined ? write(member) : writeOnce(member, known);
    members += (members === '' ? '' : ',') + nameText(name) + text;
  }
  return `{${members}}`;
}

function writeOnce(member: Json, known: KnownMembers): string {
  if (typeof member !== 'object' || member === null) return write(member);
  const before = known.get(member);
  if (before !== undefined) return before;
  const text = write(member);
  known.set(member, text);
  return text;
}

const names = new Map<string, string>();
const MOST_NAMES = 1000;

/** A document has the names of its model again and again. */
function nameText(name: string): string {
  const before = names.get(name);
  if (before !== undefined) return before;
  const text = `${JSON.stringify(name)}:`;
  if (names.size >= MOST_NAMES) names.clear();
  names.set(name, text);
  return text;
}

function refuseSurrogates(value: Json): void {
  if (typeof value === 'string' && !value.isWellFormed()) {
    throw new CredentialsError('not-canonical', 'RFC 8785 §3.2.2.2: a lone surrogate');
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    refuseSurrogates(name);
    refuseSurrogates(member);
  }
}
