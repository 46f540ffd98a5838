// What both credentials and presentations have to be (VCDM 2.0 §4.3 to §4.6, §11.1).
import { CREDENTIALS_V2 } from '../contexts/bundled.ts';
import { instantOf } from '../document/date-time.ts';
import { asList, isObject } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';

/** An absolute URL: a scheme and something after it, without spaces. */
export function isUrl(value: unknown): value is string {
  return (
    typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{Cc}<>"{}|\\^`]+$/u.test(value)
  );
}

export function contextProblems(value: Json | undefined): Problem[] {
  const clause = 'VCDM 2.0 §4.3';
  if (!Array.isArray(value) || value.length === 0) {
    return [problem(clause, '@context', 'is a list')];
  }
  const found: Problem[] = [];
  if (value[0] !== CREDENTIALS_V2) {
    found.push(problem(clause, '@context/0', `the first context is ${CREDENTIALS_V2}`));
  }
  value.forEach((entry, i) => {
    if (isUrl(entry) || isObject(entry)) return;
    found.push(problem(clause, `@context/${i}`, 'is a URL or an object'));
  });
  return found;
}

export function idProblems(value: Json | undefined, path: string): Problem[] {
  if (value === undefined || isUrl(value)) return [];
  return [problem('VCDM 2.0 §4.4', path, 'is one URL')];
}

export function typeProblems(value: Json | undefined, path: string, required?: string): Problem[] {
  const clause = 'VCDM 2.0 §4.5';
  const names = asList(value);
  if (names.length === 0) return [problem(clause, path, 'is missing')];
  if (!names.every((name) => typeof name === 'string' && name !== '')) {
    return [problem(clause, path, 'is one or more terms or URLs')];
  }
  if (required !== undefined && !names.includes(required)) {
    return [problem(clause, path, `has ${required} among its values`)];
  }
  return [];
}

/** A string, a language value object, or a list of those (§4.6 and §11.1). */
export function wordsProblems(value: Json | undefined, path: string): Problem[] {
  if (value === undefined) return [];
  const says = 'is a string or a language value object';
  const list = Array.isArray(value) ? value : [value];
  const plainStrings = list.filter((one) => typeof one === 'string').length;
  const good = list.length > 0 && list.every(isWords) && (list.length === 1 || plainStrings === 0);
  return good ? [] : [problem('VCDM 2.0 §4.6', path, says)];
}

function isWords(value: Json): boolean {
  if (typeof value === 'string') return true;
  if (!isObject(value) || typeof value['@value'] !== 'string') return false;
  const { '@language': language, '@direction': direction } = value;
  const known = ['@value', '@language', '@direction'];
  return (
    Object.keys(value).every((name) => known.includes(name)) &&
    (language === undefined || typeof language === 'string') &&
    (direction === undefined || direction === 'ltr' || direction === 'rtl')
  );
}

/** URL, or an object whose id is a URL (issuer §4.7, holder §4.13). */
export function partyProblems(value: Json | undefined, clause: string, path: string): Problem[] {
  const id = isObject(value) ? value['id'] : value;
  if (!isUrl(id)) return [problem(clause, path, 'is a URL or an object whose id is a URL')];
  if (!isObject(value)) return [];
  return [
    ...wordsProblems(value['name'], `${path}/name`),
    ...wordsProblems(value['description'], `${path}/description`),
  ];
}

export function dateProblems(
  document: JsonObject,
  clause: string,
  names: [string, string],
): Problem[] {
  const times = names.map((name) => {
    const value = document[name];
    return { name, value, time: typeof value === 'string' ? instantOf(value) : null };
  });
  const found = times
    .filter(({ value, time }) => value !== undefined && time === null)
    .map(({ name }) => problem(clause, name, 'is a dateTimeStamp'));
  const [from, until] = times;
  if (from?.time != null && until?.time != null && until.time < from.time) {
    found.push(problem(clause, until.name, `is not before ${from.name}`));
  }
  return found;
}
