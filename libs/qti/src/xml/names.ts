// QTI 2.x names are camelCase and QTI 3.0 names kebab-case with the prefix qti- (QTI 3.0 Best
// Practices and Implementation Guide, "Migration from QTI 2.x"); XHTML names stay as they are.
import { activeElements, htmlElements } from '../content/html-elements.ts';
import type { Vocabulary } from './element.ts';

export const QTI3_NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
export const MATHML_NAMESPACE = 'http://www.w3.org/1998/Math/MathML';
export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
export const SSML_NAMESPACE = 'http://www.w3.org/2001/10/synthesis';

const QTI2_NAMESPACE = /^http:\/\/www\.imsglobal\.org\/xsd\/(?:imsqti_item_v2p0|imsqti_v2p[0-2])$/u;
const HTML5_OF_QTI22 = /^http:\/\/www\.imsglobal\.org\/xsd\/imsqtiv2p2(?:p\d)?_html5_v1p0$/u;

// A map, as a namespace may have the name of something that every object has.
const others: ReadonlyMap<string, Vocabulary> = new Map([
  [MATHML_NAMESPACE, 'math'],
  ['http://www.w3.org/2010/Math/MathML', 'math'],
  [SVG_NAMESPACE, 'svg'],
  [SSML_NAMESPACE, 'ssml'],
  ['http://www.w3.org/2010/10/synthesis', 'ssml'],
  ['http://www.w3.org/1999/xhtml', 'html'],
]);

/** Undefined = the QTI namespace itself, in which a name decides between QTI and XHTML. */
export function vocabularyOf(namespace: string): Vocabulary | undefined {
  if (namespace === QTI3_NAMESPACE || QTI2_NAMESPACE.test(namespace)) return undefined;
  if (HTML5_OF_QTI22.test(namespace)) return 'html';
  return others.get(namespace) ?? 'vendor';
}

const kebab = (name: string): string =>
  name.replace(/(?<=[a-z0-9])[A-Z]+/gu, (capitals) => `-${capitals}`).toLowerCase();

const elementNames = new Map<string, string>();
const attributeNames = new Map<string, string>();

const remembered = (cache: Map<string, string>, name: string, make: () => string): string => {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const made = make();
  // Names come from the input: the caches must not grow without bound.
  if (cache.size < 2000) cache.set(name, made);
  return made;
};

/** assessmentItem -> qti-assessment-item; p -> p; qti-p -> qti-p; script -> script, to be left out. */
export const qti3Element = (name: string): string =>
  name.startsWith('qti-') || htmlElements.has(name) || activeElements.has(name)
    ? name
    : remembered(elementNames, name, () => `qti-${kebab(name)}`);

/** responseIdentifier -> response-identifier; names with a prefix or a dash stay. */
export const qti3Attribute = (name: string): string =>
  /[A-Z]/u.test(name) && !name.includes(':')
    ? remembered(attributeNames, name, () => kebab(name))
    : name;
