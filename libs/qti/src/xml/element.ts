export type Vocabulary = 'qti' | 'html' | 'math' | 'svg' | 'ssml' | 'vendor';

/**
 * One element as read: QTI names are already those of QTI 3.0 (qti-simple-choice), whatever
 * version the file has, and `sourceName` is what the file says.
 */
export interface XmlElement {
  readonly name: string;
  readonly sourceName: string;
  readonly vocabulary: Vocabulary;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  readonly parent: XmlElement | null;
  /** Index of `<` in the source text. */
  readonly offset: number;
}

export type XmlNode = XmlElement | string;

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export const elementsOf = (parent: XmlElement): XmlElement[] => parent.children.filter(isElement);

export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('');

/** /root/child[2]: an index stands only where siblings share the name. */
export function pathOf(element: XmlElement): string {
  const { parent } = element;
  if (parent === null) return `/${element.sourceName}`;
  const alike = elementsOf(parent).filter((sibling) => sibling.sourceName === element.sourceName);
  const index = alike.length > 1 ? `[${alike.indexOf(element) + 1}]` : '';
  return `${pathOf(parent)}/${element.sourceName}${index}`;
}
