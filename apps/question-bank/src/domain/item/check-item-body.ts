// What a form must satisfy before an item can be made of it. Every fault at once, each with its field.
import { checkKey } from './check-key.ts';
import { checkPart } from './check-part.ts';
import {
  languagesOf,
  type BodyFault,
  type ItemBody,
  type Language,
  type LanguagePart,
} from './item-body.ts';

export function checkItemBody(body: ItemBody): BodyFault[] {
  const parts = languagesOf(body).flatMap((language) => {
    const part = body.languages[language];
    return part ? [{ language, part }] : [];
  });
  const [master, ...translations] = parts;
  if (!master) return [{ field: 'languages', message: 'at least one language is needed' }];
  return [
    ...parts.flatMap(({ language, part }) =>
      checkPart(body.interaction, part, `languages.${language}`),
    ),
    ...translations.flatMap(({ language, part }) =>
      compareOptions(master, part, `languages.${language}`),
    ),
    ...checkKey(body, master.part),
  ];
}

/** A translation has the options of the master, by id and order; the first that differs is named. */
function compareOptions(
  master: { readonly language: Language; readonly part: LanguagePart },
  part: LanguagePart,
  at: string,
): BodyFault[] {
  const faults: BodyFault[] = [];
  for (const name of ['choices', 'left', 'right'] as const) {
    const [wanted, found] = [master.part[name] ?? [], part[name] ?? []];
    const other = found.findIndex(({ id }, index) => wanted[index] && wanted[index].id !== id);
    if (wanted.length !== found.length) {
      faults.push({
        field: `${at}.${name}`,
        message: `${found.length} options, and ${wanted.length} in ${master.language}`,
      });
    } else if (other >= 0) {
      faults.push({
        field: `${at}.${name}.${other}.id`,
        message: `differs from ${master.language}: "${wanted[other]?.id}" is needed here`,
      });
    }
  }
  return faults;
}
