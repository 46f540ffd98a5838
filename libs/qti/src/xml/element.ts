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
  const { parent, sourceName } = element;
  if (parent === null) return `/${sourceName}`;
  return `${pathOf(parent)}/${stepsInto(parent).get(element.offset) ?? sourceName}`;
}

const steps = new WeakMap<XmlElement, ReadonlyMap<number, string>>();

/**
 * The last step of each child's path, by its offset. Counted once for all children: a hostile document has
 * a problem in each of a hundred thousand siblings.
 */
function stepsInto(parent: XmlElement): ReadonlyMap<number, string> {
  const known = steps.get(parent);
  if (known) return known;
  const children = elementsOf(parent);
  const totals = new Map<string, number>();
  for (const { sourceName } of children) totals.set(sourceName, (totals.get(sourceName) ?? 0) + 1);
  const seen = new Map<string, number>();
  const made = new Map<number, string>();
  for (const { sourceName, offset } of children) {
    const at = (seen.get(sourceName) ?? 0) + 1;
    seen.set(sourceName, at);
    made.set(offset, totals.get(sourceName) === 1 ? sourceName : `${sourceName}[${at}]`);
  }
  steps.set(parent, made);
  return made;
}
