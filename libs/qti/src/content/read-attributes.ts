import type { Attributes } from '../model/content.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Source } from '../xml/source.ts';
import { readGlobal } from './global-attributes.ts';
import { htmlElements } from './html-elements.ts';
import { mathAttributes, ssmlAttributes, svgAttributes } from './math-svg-elements.ts';
import { isSafeUrl } from './safe-url.ts';

const urlUse: Readonly<Record<string, 'link' | 'image' | 'media'>> = {
  href: 'link',
  cite: 'link',
  longdesc: 'link',
  src: 'media',
  data: 'media',
  poster: 'image',
};

/** Attributes of an element of the content, cleaned: what could act or load is left out with a warning. */
export function readAttributes(source: Source, element: XmlElement): Attributes {
  const kept: Record<string, string> = {};
  for (const name in element.attributes) {
    const value = element.attributes[name] ?? '';
    const refusal = refusalOf(element, name, value);
    if (refusal !== undefined)
      source.warn(element, 'attribute-removed', `${name} was left out: ${refusal}`);
    else if (isOwn(element, name)) kept[name] = value;
    else if (!readGlobal(source, element, name, value, kept)) {
      source.warn(
        element,
        'attribute-removed',
        `${name} was left out: it is not an attribute of ${element.sourceName} in QTI`,
      );
    }
  }
  return kept;
}

function isOwn({ vocabulary, name: element }: XmlElement, name: string): boolean {
  if (vocabulary === 'html') return htmlElements.get(element)?.includes(name) ?? false;
  if (vocabulary === 'math') return mathAttributes.has(name);
  if (vocabulary === 'svg') return svgAttributes.has(name);
  return vocabulary === 'ssml' && ssmlAttributes.has(name);
}

function refusalOf(element: XmlElement, name: string, value: string): string | undefined {
  if (/^on/iu.test(name)) return 'it runs script';
  if (name === 'style') return 'style comes from the stylesheet';
  if (element.vocabulary === 'svg') return svgRefusal(element.name, name, value);
  if (element.vocabulary === 'math' && name.endsWith('href')) return 'MathML has no links here';
  const use = urlUse[name];
  if (use === undefined || element.vocabulary !== 'html') return undefined;
  const shown =
    use === 'media' && (element.name === 'img' || element.name === 'source') ? 'image' : use;
  return isSafeUrl(value, shown) ? undefined : 'an address of that scheme is not allowed';
}

function svgRefusal(element: string, name: string, value: string): string | undefined {
  if (name === 'href' || name === 'xlink:href') {
    if (value.startsWith('#')) return undefined;
    return element === 'image' && isSafeUrl(value, 'image')
      ? undefined
      : 'only a reference inside the picture is allowed';
  }
  return /url\(\s*['"]?(?!#)/iu.test(value)
    ? 'only a reference inside the picture is allowed'
    : undefined;
}
