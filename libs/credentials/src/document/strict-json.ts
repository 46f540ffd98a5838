// A file from a stranger. JSON.parse keeps the last of two members of one name, so that two readers
// can see two documents under one signature: such a file is refused (I-JSON, RFC 7493 §2.3).
import { CredentialsError } from '../credentials-error.ts';
import type { Json } from './json.ts';

const MOST_BYTES = 4 * 1024 * 1024;
const DEEPEST = 64;

/**
 * A text or UTF-8 bytes as JSON (RFC 8259) with the restrictions of I-JSON (RFC 7493 §2.1 and
 * §2.3): no name twice, no lone surrogate. At most 4 MiB and 64 levels, no member __proto__.
 * `malformed-json`.
 */
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
  return isWrittenAgain(text, value) ? value : readByToken(text);
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
 * The quick way, which most files go: what JSON.stringify writes again letter for letter was read right
 * and has lost no member. The two things that reading keeps and that are refused are looked for in the text.
 */
function isWrittenAgain(text: string, value: Json): boolean {
  return !text.includes('__proto__') && !/\\u[dD]/u.test(text) && JSON.stringify(value) === text;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gsu;

/**
 * Reads a text that JSON.parse has accepted once more, and refuses a name that an object has twice.
 * V8 reads a name of one escaped character as "\\" if it saw that name before (nodejs/node#63785), so
 * that what one file says depends on another; its values are read right.
 */
function readByToken(text: string): Json {
  const tokens = text.matchAll(TOKEN);
  const next = () => tokens.next().value?.[0] ?? '';
  const read = (token: string): Json => {
    if (token === '{') return readObject();
    if (token === '[') return readList();
    return token.startsWith('"') ? readString(token) : (JSON.parse(token) as Json);
  };
  const readList = (): Json[] => {
    const list: Json[] = [];
    for (let token = next(); token !== ']'; token = next()) {
      if (token !== ',') list.push(read(token));
    }
    return list;
  };
  const readObject = (): Json => {
    const members = new Map<string, Json>();
    for (let token = next(); token !== '}'; token = next()) {
      if (token === ',') continue;
      const name = readString(token);
      if (name === '__proto__') throw refused('a member of the name __proto__');
      if (members.has(name)) throw refused(`two members of the name ${token} in one object`);
      next(); // the colon
      members.set(name, read(next()));
    }
    return Object.fromEntries(members);
  };
  return read(next());
}

function readString(token: string): string {
  const value = JSON.parse(token) as string;
  if (!value.isWellFormed()) throw refused('a lone surrogate in a string');
  return value;
}
