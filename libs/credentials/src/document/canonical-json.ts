// JSON Canonicalization Scheme (RFC 8785): names sorted by UTF-16 code units, no white space, numbers
// and strings as ECMAScript writes them.
import { CredentialsError } from '../credentials-error.ts';
import type { Json, JsonObject } from './json.ts';

/**
 * RFC 8785 §3.2. `not-canonical` for a number that isn't finite or a string with a lone surrogate
 * (§3.1).
 */
export function canonicalJson(value: Json): string {
  const text = writeQuickly(value);
  // It escapes nothing else that way: a well-formed string has none, or these letters themselves.
  if (text.includes('\\ud')) refuseSurrogates(value);
  return text;
}

/** `"name":value`, as it stands in its object. */
export function canonicalMember(name: string, value: Json): string {
  if (!name.isWellFormed()) refuseSurrogates(name);
  return `${JSON.stringify(name)}:${canonicalJson(value)}`;
}

/** JSON.stringify is several times faster than writing each part, and keeps the order of a copy. */
function writeQuickly(value: Json): string {
  if (isInOrder(value)) return JSON.stringify(value);
  const order: Order = { isKept: true };
  const copy = inOrder(value, order);
  return order.isKept ? JSON.stringify(copy) : write(value);
}

const FEW = 24;

/** The order of RFC 8785 §3.2.3. Most objects have few names, and most of these in their order. */
export function sortedNames(value: JsonObject): string[] {
  const names = Object.keys(value);
  if (names.length > FEW) return names.sort();
  for (let i = 1; i < names.length; i++) {
    const name = names[i] ?? '';
    let at = i;
    for (; at > 0 && (names[at - 1] ?? '') > name; at--) names[at] = names[at - 1] ?? '';
    names[at] = name;
  }
  return names;
}

/** Whether JSON.stringify, which goes through the members as `in` does, finds them in order. */
function isInOrder(value: Json): boolean {
  if (typeof value === 'number' && !Number.isFinite(value)) throw notFinite();
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before: string | null = null;
  for (const name in value) {
    if (before !== null && name < before) return false;
    before = name;
    const member = value[name];
    if (member !== undefined && !isInOrder(member)) return false;
  }
  return true;
}

type Order = { isKept: boolean };

/** A copy whose members stand in order; a JavaScript object puts names like "7" first, whatever one does. */
function inOrder(value: Json, order: Order): Json {
  if (typeof value === 'number' && !Number.isFinite(value)) throw notFinite();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((entry) => inOrder(entry, order));
  const copy: JsonObject = {};
  for (const name of sortedNames(value)) {
    const member = value[name];
    if (isOutOfOrder(name)) order.isKept = false;
    else if (member !== undefined) copy[name] = inOrder(member, order);
  }
  return copy;
}

/** Begins with a digit, or is the one name that an assignment does not make a member of. */
function isOutOfOrder(name: string): boolean {
  const first = name.charCodeAt(0);
  return (first >= 48 && first <= 57) || name === '__proto__';
}

function write(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw notFinite();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const members = sortedNames(value).flatMap((name) => {
    const member = value[name];
    return member === undefined ? [] : [`${JSON.stringify(name)}:${write(member)}`];
  });
  return `{${members.join(',')}}`;
}

function notFinite(): CredentialsError {
  return new CredentialsError('not-canonical', 'RFC 8785 §3.2.2.3: a number that is not finite');
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
