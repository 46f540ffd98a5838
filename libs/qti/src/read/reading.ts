import type { ContentNode, ElementNode } from '../model/content.ts';
import type { Declaration } from '../model/declaration.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Source } from '../xml/source.ts';

/** What the readers of an item's parts hand to each other. */
export interface Reading {
  readonly source: Source;
  /** Variables by identifier, in the order of declaration; filled before anything refers to them. */
  readonly variables: Map<string, DeclaredVariable>;
  /** Response variable -> the interaction that fills it. */
  readonly bound: Map<string, XmlElement>;
  /** Reads an element's children as content. Here, so that interactions can hold content. */
  readonly content: (parent: XmlElement) => ContentNode[];
  readonly element: (element: XmlElement) => ElementNode | undefined;
}

export interface DeclaredVariable {
  readonly role: 'response' | 'outcome' | 'template' | 'context';
  readonly declaration: Declaration;
}
