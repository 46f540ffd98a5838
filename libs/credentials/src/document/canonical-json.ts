// JSON Canonicalization Scheme (RFC 8785): names sorted by UTF-16 code units, no white space, numbers
// and strings as ECMAScript writes them.
import { CredentialsError } from '../credentials-error.ts';
import type { Json } from './json.ts';

/** RFC 8785 §3.2. A number that isn't finite or a string with a lone surrogate is refused (§3.1). */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new CredentialsError('not-canonical', 'RFC 8785 §3.2.2.3: a number that is not finite');
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    let list = '';
    for (const entry of value) list += (list === '' ? '' : ',') + canonicalJson(entry);
    return `[${list}]`;
  }
  let members = '';
  for (const name of Object.keys(value).toSorted()) {
    const member = value[name];
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${text(name)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

function text(value: string): string {
  if (!value.isWellFormed()) {
    throw new CredentialsError('not-canonical', 'RFC 8785 §3.2.2.2: a lone surrogate');
  }
  return JSON.stringify(value);
}
