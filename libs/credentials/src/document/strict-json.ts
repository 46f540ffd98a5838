// A file from a stranger. JSON.parse keeps the last of two members of one name, so that two readers
// can see two documents under one signature: such a file is refused (I-JSON, RFC 7493 §2.3).
import { CredentialsError } from '../credentials-error.ts';
import type { Json } from './json.ts';

const MOST_BYTES = 4 * 1024 * 1024;
const DEEPEST = 64;

export function parseJson(file: Uint8Array | string): Json {
  const text = typeof file === 'string' ? file : decode(file);
  if (text.length > MOST_BYTES) throw refused(`longer than ${MOST_BYTES} characters`);
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw refused('it cannot be read as JSON');
  }
  if (isTooDeep(value, 0)) throw refused(`more than ${DEEPEST} levels deep`);
  if (!isWrittenAgain(text, value)) checkNames(text);
  return value;
}

function refused(why: string): CredentialsError {
  return new CredentialsError('malformed-json', why);
}

function decode(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) throw refused(`longer than ${MOST_BYTES} bytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw refused('it is not UTF-8');
  }
}

function isTooDeep(value: Json, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === DEEPEST) return true;
  if (Array.isArray(value)) return value.some((entry) => isTooDeep(entry, depth + 1));
  for (const name in value) if (isTooDeep(value[name] ?? null, depth + 1)) return true;
  return false;
}

/**
 * The quick way, which most files go: what JSON.stringify writes again letter for letter has lost no
 * member in reading. The two things that reading keeps and that are refused are looked for in the text.
 */
function isWrittenAgain(text: string, value: Json): boolean {
  return !text.includes('__proto__') && !/\\u[dD]/u.test(text) && JSON.stringify(value) === text;
}

/** Walks a text that JSON.parse has accepted; a string before a colon is a member's name. */
function checkNames(text: string): void {
  const open: (Set<string> | null)[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]]/gsu;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const [token] = match;
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else checkString(text, tokens.lastIndex, token, open.at(-1) ?? null);
  }
}

function checkString(text: string, end: number, token: string, names: Set<string> | null): void {
  const value = JSON.parse(token) as string;
  if (!value.isWellFormed()) throw refused('a lone surrogate in a string');
  let next = end;
  while (' \t\n\r'.includes(text.charAt(next)) && next < text.length) next++;
  if (names === null || text.charAt(next) !== ':') return;
  if (value === '__proto__') throw refused('a member of the name __proto__');
  if (names.has(value)) throw refused(`two members of the name ${token} in one object`);
  names.add(value);
}
