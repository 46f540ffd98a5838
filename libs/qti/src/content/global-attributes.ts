import type { XmlElement } from '../xml/element.ts';
import type { Source } from '../xml/source.ts';

const plain = new Set(['id', 'class', 'dir', 'role', 'label', 'title', 'tabindex']);

// data- attributes that the standard itself defines (QTI 3.0 ASI shared vocabulary).
const KNOWN_DATA =
  /^data-(?:qti-.+|catalog-idref|ssml-.+|(?:reading|braille)-type|(?:min|max)-selections-message|patternmask-message|choices-container-width|first-column-header)$/u;

export const isStandardData = (name: string): boolean => KNOWN_DATA.test(name);

/** Files one attribute away among the global ones; false = it is no global attribute. */
export function readGlobal(
  source: Source,
  element: XmlElement,
  name: string,
  value: string,
  into: Record<string, string>,
): boolean {
  if (plain.has(name) || /^aria-[a-z]+$/u.test(name)) into[name] = value;
  else if (name === 'xml:lang' || name === 'lang') into['lang'] = value;
  else if (/^data-[a-z0-9_.-]+$/u.test(name)) {
    into[name] = value;
    if (!isStandardData(name)) {
      source.warn(element, 'unknown-data-attribute', `${name} is kept, but not delivered`);
    }
  } else if (name === 'xml:base' || name === 'xml:space' || name === 'xml:id') {
    source.warn(element, 'attribute-removed', `${name} was left out`);
  } else if (name.includes(':')) {
    if (!name.startsWith('xsi:'))
      source.warn(element, 'vendor-markup-ignored', `${name} was left out`);
  } else return false;
  return true;
}
