import type { ContentNode, ElementNode } from '../model/content.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/element.ts';
import type { Source } from '../xml/source.ts';
import { activeElements, htmlElements } from './html-elements.ts';
import { readAttributes } from './read-attributes.ts';
import { mathElements, ssmlElements, svgElements } from './math-svg-elements.ts';

/** Reads a QTI element inside content; what comes back takes its place. */
export type ReadQti = (element: XmlElement) => readonly ContentNode[];

// Between the children of these, white space has no meaning.
const structural = new Set([
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'colgroup',
  'ul',
  'ol',
  'dl',
  'picture',
  'audio',
  'video',
  'object',
  'math',
  'svg',
  'g',
  'ruby',
  'qti-item-body',
  'qti-stimulus-body',
  'qti-content-body',
  'qti-html-content',
  'qti-position-object-stage',
]);

export function readContent(source: Source, parent: XmlElement, readQti: ReadQti): ContentNode[] {
  const preformatted = isPreformatted(parent);
  const nodes: ContentNode[] = [];
  for (const child of parent.children) {
    for (const node of readNode(source, child, readQti, preformatted))
      append(nodes, node, preformatted);
  }
  if (structural.has(parent.name))
    return nodes.filter((node) => typeof node !== 'string' || node !== ' ');
  return preformatted ? nodes : trimmed(nodes, parent);
}

function readNode(
  source: Source,
  node: XmlNode,
  readQti: ReadQti,
  preformatted: boolean,
): readonly ContentNode[] {
  if (!isElement(node)) return [preformatted ? node : node.replace(/[ \t\r\n]+/gu, ' ')];
  if (node.vocabulary === 'qti') return readQti(node);
  const element = readElement(source, node, readQti);
  return element ? [element] : [];
}

/** An element of the allow-list; undefined where it was left out, which has been reported. */
export function readElement(
  source: Source,
  element: XmlElement,
  readQti: ReadQti,
): ElementNode | undefined {
  const { name, vocabulary } = element;
  if (vocabulary === 'vendor') {
    source.warn(
      element,
      'vendor-markup-ignored',
      `${element.sourceName} is of a vendor's namespace and was left out`,
    );
    return undefined;
  }
  if (vocabulary === 'html' && !htmlElements.has(name)) {
    if (activeElements.has(name)) {
      source.warn(element, 'content-removed', `${name} is active content and was left out`);
    } else {
      source.problem(
        element,
        'unknown-element',
        `${element.sourceName} is not an element of QTI's content`,
      );
    }
    return undefined;
  }
  if (vocabulary !== 'html' && !foreign[vocabulary as keyof typeof foreign].has(name)) {
    source.warn(
      element,
      'content-removed',
      `${element.sourceName} is not allowed in ${vocabulary} and was left out`,
    );
    return undefined;
  }
  const attributes = readAttributes(source, element);
  const children = readContent(source, element, readQti);
  if (vocabulary === 'html') return { type: 'element', name, attributes, children };
  return {
    type: 'element',
    name,
    vocabulary: vocabulary as 'math' | 'svg' | 'ssml',
    attributes,
    children,
  };
}

const foreign = { math: mathElements, svg: svgElements, ssml: ssmlElements } as const;

const isPreformatted = (element: XmlElement): boolean =>
  element.name === 'pre' || (element.parent !== null && isPreformatted(element.parent));

function append(nodes: ContentNode[], node: ContentNode, preformatted: boolean): void {
  const last = nodes.at(-1);
  if (typeof node !== 'string' || typeof last !== 'string') {
    if (node !== '') nodes.push(node);
    return;
  }
  // What stood between two texts was left out: they are one text again.
  const joined = last + node;
  nodes[nodes.length - 1] = preformatted ? joined : joined.replace(/ {2,}/gu, ' ');
}

/** Elements at whose ends white space separates words. */
export const inlineElements: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code dfn em i kbd mark q rb rt rp s samp small span strong sub sup tt u var label'.split(
    ' ',
  ),
);

/** White space at the ends of a block has no meaning; inside inline elements it separates words. */
function trimmed(nodes: ContentNode[], parent: XmlElement): ContentNode[] {
  if (parent.vocabulary === 'html' && inlineElements.has(parent.name)) return nodes;
  if (parent.name === 'qti-feedback-inline' || parent.name === 'qti-template-inline') return nodes;
  if (parent.name === 'qti-hottext') return nodes;
  const [first] = nodes;
  if (typeof first === 'string') nodes[0] = first.trimStart();
  const last = nodes.at(-1);
  if (typeof last === 'string') nodes[nodes.length - 1] = last.trimEnd();
  return nodes.filter((node) => node !== '');
}
