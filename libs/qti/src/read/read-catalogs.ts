import { isSafeUrl } from '../content/safe-url.ts';
import { childrenByName } from '../interactions/form.ts';
import type { Catalog, CatalogCard, CatalogEntry } from '../model/item.ts';
import { textOf, type XmlElement } from '../xml/element.ts';
import { flag, optional, readFields, required, text, withDefault } from './fields.ts';
import type { Reading } from './reading.ts';

export const catalogFields = { id: required('id', text) };
export const cardFields = {
  support: required('support', text),
  language: optional('xml:lang', text),
};
export const entryFields = {
  language: optional('xml:lang', text),
  default: withDefault('default', flag, false),
};
export const fileFields = { mediaType: optional('mime-type', text) };

/** Accessibility catalogues: each support (glossary, spoken, sign language, translation) is a card. */
export const readCatalogs = (reading: Reading, infos: readonly XmlElement[]): Catalog[] =>
  infos.flatMap((info) =>
    (childrenByName(reading, info, ['qti-catalog']).get('qti-catalog') ?? []).flatMap((element) => {
      const read = readFields(reading.source, element, catalogFields);
      const cards = (childrenByName(reading, element, ['qti-card']).get('qti-card') ?? []).flatMap(
        (card) => readCard(reading, card) ?? [],
      );
      return read ? [{ ...read.values, cards }] : [];
    }),
  );

function readCard(reading: Reading, element: XmlElement): CatalogCard | undefined {
  const read = readFields(reading.source, element, cardFields);
  const children = childrenByName(reading, element, [
    'qti-card-entry',
    'qti-html-content',
    'qti-file-href',
  ]);
  const entries = (children.get('qti-card-entry') ?? []).flatMap((entry) => {
    const own = readFields(reading.source, entry, entryFields);
    const inside = childrenByName(reading, entry, ['qti-html-content', 'qti-file-href']);
    return own ? [readEntry(reading, own.values, own.attributes, inside)] : [];
  });
  const bare = children.has('qti-html-content') || children.has('qti-file-href');
  if (bare) entries.push(readEntry(reading, { default: false }, {}, children));
  return read && { ...read.values, entries };
}

function readEntry(
  reading: Reading,
  values: { readonly language?: string | undefined; readonly default: boolean },
  attributes: Readonly<Record<string, string>>,
  children: ReadonlyMap<string, XmlElement[]>,
): CatalogEntry {
  const content = children.get('qti-html-content')?.flatMap((element) => reading.content(element));
  const files = children.get('qti-file-href')?.flatMap((element) => {
    const href = textOf(element).trim();
    const read = readFields(reading.source, element, fileFields);
    if (!isSafeUrl(href, 'media')) {
      reading.source.warn(element, 'content-removed', 'a file of that address was left out');
      return [];
    }
    return [{ href, ...read?.values }];
  });
  return { ...values, attributes, ...(content ? { content } : {}), ...(files ? { files } : {}) };
}
