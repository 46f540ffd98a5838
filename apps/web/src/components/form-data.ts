// What a form holds when it is sent.

import { languages } from '../i18n/languages.ts';
import type { FieldProblem } from './error-summary.tsx';

/** A field as it was typed; a password keeps its spaces. */
export function raw(data: FormData, field: string): string {
  const value = data.get(field);
  return typeof value === 'string' ? value : '';
}

export function text(data: FormData, field: string): string {
  return raw(data, field).trim();
}

/** A problem for each named field that is empty. */
export function missing(
  data: FormData,
  fields: readonly string[],
  message: string,
): FieldProblem[] {
  return fields.filter((field) => text(data, field) === '').map((field) => ({ field, message }));
}

/** The boxes of a group that are ticked. */
export const checkedOf = (data: FormData, name: string): string[] =>
  data.getAll(name).filter((value) => typeof value === 'string');

/** The same words in every language, each a field of its own. */
export const localisedOf = (data: FormData, name: string): Record<'en' | 'ru' | 'tg', string> => ({
  en: text(data, `${name}.en`),
  ru: text(data, `${name}.ru`),
  tg: text(data, `${name}.tg`),
});

export const localisedFields = (name: string): string[] =>
  languages.map((language) => `${name}.${language}`);
