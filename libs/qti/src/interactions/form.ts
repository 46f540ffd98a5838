import type { ContentNode, ElementNode, Interaction, InteractionKind } from '../model/content.ts';
import { identifier, oneOf, optional, required, type Fields } from '../read/fields.ts';
import type { Reading } from '../read/reading.ts';
import { elementsOf, isElement, type XmlElement } from '../xml/element.ts';

/** How one kind of interaction is read and written. */
export interface Form<K extends InteractionKind> {
  readonly read: (
    reading: Reading,
    element: XmlElement,
  ) => Extract<Interaction, { kind: K }> | undefined;
  readonly write: (interaction: Extract<Interaction, { kind: K }>, content: WriteContent) => string;
}

export type WriteContent = (nodes: readonly ContentNode[]) => string;

export const responseField = {
  response: required('response-identifier', identifier),
} satisfies Fields;

export const orientationField = {
  orientation: optional('orientation', oneOf(['horizontal', 'vertical'])),
} satisfies Fields;

/** Children sorted by name; what has no place here is reported. */
export function childrenByName(
  { source }: Reading,
  element: XmlElement,
  allowed: readonly string[],
): Map<string, XmlElement[]> {
  const found = new Map<string, XmlElement[]>();
  for (const child of elementsOf(element)) {
    if (child.vocabulary === 'vendor') {
      source.warn(child, 'vendor-markup-ignored', `${child.sourceName} was left out`);
    } else if (!allowed.includes(child.name)) {
      source.problem(
        child,
        'unexpected-element',
        `${child.sourceName} is not allowed here`,
        allowed.join(', '),
      );
    } else {
      const same = found.get(child.name);
      if (same) same.push(child);
      else found.set(child.name, [child]);
    }
  }
  const stray = element.children.find((child) => typeof child === 'string' && child.trim() !== '');
  if (stray !== undefined) {
    source.problem(
      element,
      'wrong-value',
      `text is not allowed directly in ${element.sourceName}`,
      allowed.join(', '),
    );
  }
  return found;
}

export const promptOf = (reading: Reading, children: Map<string, XmlElement[]>): ContentNode[] =>
  (children.get('qti-prompt') ?? []).flatMap((prompt) => reading.content(prompt));

export const pictures = ['object', 'img', 'picture', 'svg'] as const;

/** The one picture that an interaction is about. */
export function pictureOf(
  reading: Reading,
  element: XmlElement,
  children: Map<string, XmlElement[]>,
  names: readonly string[] = pictures,
): ElementNode | undefined {
  const [first, second] = names.flatMap((name) => children.get(name) ?? []);
  if (first === undefined) {
    reading.source.problem(
      element,
      'missing-element',
      `${element.sourceName} has no picture`,
      names.join(' or '),
    );
    return undefined;
  }
  if (second !== undefined) {
    reading.source.problem(second, 'unexpected-element', `a second ${second.sourceName}`, 'one');
  }
  return reading.element(first);
}

/** Reports an identifier that is there twice among the parts of one interaction. */
export function distinct<T extends { readonly identifier: string }>(
  reading: Reading,
  element: XmlElement,
  parts: readonly T[],
): readonly T[] {
  const seen = new Set<string>();
  for (const { identifier: id } of parts) {
    if (seen.has(id)) {
      reading.source.problem(
        element,
        'duplicate-identifier',
        `${id} is the identifier of two choices`,
      );
    }
    seen.add(id);
  }
  return parts;
}

/** For interactions whose content stands beside other children: those, and the element without them. */
export function setApart(
  element: XmlElement,
  names: readonly string[],
): { children: Map<string, XmlElement[]>; rest: XmlElement } {
  const children = new Map<string, XmlElement[]>();
  const rest: XmlElement['children'] = [];
  for (const child of element.children) {
    if (!isElement(child) || !names.includes(child.name)) rest.push(child);
    else children.set(child.name, [...(children.get(child.name) ?? []), child]);
  }
  return { children, rest: { ...element, children: rest } };
}
