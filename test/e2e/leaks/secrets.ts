// What may be found nowhere, and how it is looked for.
import { inspect } from 'node:util';
import { compileBody } from '../../../apps/question-bank/src/domain/item/compile-body.ts';
import { writeQtiItem } from '../../../apps/question-bank/src/domain/item/write-qti-item.ts';
import { readItemFiles } from '../../../tools/content/items.ts';
import { readDemo } from '../../../tools/demo/accounts.ts';
import { readContent, readItems } from '../../../tools/demo/content.ts';
import type { State } from '../../../tools/system/state.ts';
import type { Place } from './places.ts';

export interface Secret {
  readonly what: string;
  readonly text: string | RegExp;
}

export function secrets(what: string, texts: readonly (string | RegExp | undefined)[]): Secret[] {
  return [...new Set(texts)].map((text) => {
    // Nothing is found everywhere, and something that is not known is found nowhere.
    if (text === undefined || text === '') throw new Error(`the test does not know the ${what}`);
    return { what, text };
  });
}

/** Passwords of the demo, of the database and of the clients, and the services' keys. */
export function passwordsOf(state: State): Secret[] {
  const { passwords, registry } = readDemo(state);
  const { rolePasswords, ...keys } = state.secrets;
  const all = { ...passwords, ...keys, ...rolePasswords, registry: registry?.clientSecret ?? '' };
  return Object.entries(all).flatMap(([name, text]) => secrets(`password or key: ${name}`, [text]));
}

interface Part {
  readonly prompt: string;
  readonly rationale: string;
  readonly accepted?: readonly string[];
}

/** Why each key is right, and the texts that count as right. */
export function keysOfItems(): Secret[] {
  return partsOf().flatMap(({ name, part }) => [
    ...secrets(`rationale of ${name}`, [snippet(part.rationale)]),
    ...secrets(`accepted answer of ${name}`, (part.accepted ?? []).filter(isTelling)),
  ]);
}

// As JSON, as JSON in JSON, in a row's text and as Node prints an object, a name has other marks around it.
const member = (name: string, value: string): RegExp =>
  new RegExp(String.raw`\b${name}["'\\]*\s*:\s*${value}`);

/** How a key looks, whatever it is: a letter or two are found by nothing else. */
export function shapesOfKeys(): Secret[] {
  const key = String.raw`\{\s*["'\\]*(?:choices?|order|pairs|number)["'\\]*\s*:`;
  return [
    ...secrets('key as its author fills it in', [member('key', key), member('accepted', '\\[')]),
    ...secrets('key as it is compiled', [
      member('correct', '[{[]'),
      member('mapping', '\\{'),
      member('textKeys', '\\{'),
    ]),
    ...secrets('key as QTI writes it', [
      /(?:<|&lt;|\\u003c)(?:qti-)?(?:correct-?response|(?:area-)?mapping|(?:area-)?map-?entry)\b/i,
    ]),
  ];
}

/** Each key of the demo in each of these shapes, to see that they are found. */
export function writtenKeys(): Place[] {
  return readItemFiles().flatMap(({ name, body }) => {
    const compiled = compileBody(name, body);
    if (compiled.outcome !== 'compiled') throw new Error(`${name} does not compile`);
    // The key of a short text stands among its words.
    const key = body.interaction === 'text' ? Object.values(body.languages) : { key: body.key };
    const json = JSON.stringify(key);
    return [
      ...[json, JSON.stringify({ text: json }), json.replaceAll('"', '""')],
      inspect(key, { depth: null }),
      writeQtiItem(name, name, body, 'tg'),
      JSON.stringify({ xml: writeQtiItem(name, name, body, 'en') }),
      JSON.stringify(compiled.item.scoring),
    ].map((text, way) => ({ name: `${name} written in way ${way}`, text }));
  });
}

/** The questions themselves: sealed wherever they travel or rest. */
export const questions = (): Secret[] =>
  partsOf().flatMap(({ name, part }) => secrets(`question ${name}`, [snippet(part.prompt)]));

function partsOf(): { name: string; part: Part }[] {
  return readItems().flatMap(({ name, body }) =>
    Object.entries(body['languages'] as Record<string, Part>).map(([language, part]) => ({
      name: `${name} in ${language}`,
      part,
    })),
  );
}

// An answer of one or two letters stands in any text by chance.
const isTelling = (text: string): boolean => text.length > 5;

/** The longest run that looks the same in text, JSON and XML; forty characters of it are enough. */
const snippet = (text: string): string =>
  (text.match(/[^"\\\n<>&']+/g) ?? [text])
    .toSorted((one, other) => other.length - one.length)[0]
    ?.trim()
    .slice(0, 40) ?? text;

/** The family names of everybody in the demo's register, and their numbers. */
export function peopleOfTheDemo(): { names: Secret[]; numbers: Secret[] } {
  const { practitioners } = readContent<{
    practitioners: { personnelNumber: string; familyName: string; otherNames: string | null }[];
  }>('practitioners.json');
  const others = practitioners.flatMap(({ otherNames }) => otherNames ?? []);
  return {
    names: secrets('name', [...practitioners.map(({ familyName }) => familyName), ...others]),
    numbers: secrets('personnel number', [/\bDEMO-(?:[A-Z]+-)?[0-9a-f]+\b/]),
  };
}

/** Where each of them was found, with some of what stands around it. */
export function foundIn(places: readonly Place[], wanted: readonly Secret[]): string[] {
  return places.flatMap(({ name, text }) =>
    wanted.flatMap((secret) => {
      const at =
        typeof secret.text === 'string' ? text.indexOf(secret.text) : text.search(secret.text);
      return at < 0
        ? []
        : [`${name}: ${secret.what} in ${text.slice(Math.max(0, at - 80), at + 80)}`];
    }),
  );
}
