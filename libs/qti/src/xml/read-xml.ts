import { SaxesParser } from 'saxes';
import type { Vocabulary, XmlElement, XmlNode } from './element.ts';
import { qti3Attribute, qti3Element, vocabularyOf } from './names.ts';
import type { Source } from './source.ts';

// Threat: a document made to exhaust memory or the stack of whatever walks the tree.
const MAX_LENGTH = 2_000_000;
const MAX_DEPTH = 100;
const MAX_NODES = 200_000;

class Stop extends Error {}

interface Scope {
  readonly element: XmlElement;
  readonly prefixes: Readonly<Record<string, string>>;
}

/** Parses one document into a tree, or reports why not. Entities beyond XML's own five are off. */
export function readXml(text: string, source: Source): XmlElement | undefined {
  if (text.length > MAX_LENGTH) {
    source.problemAt(0, '/', 'too-large', `longer than ${MAX_LENGTH} characters`);
    return undefined;
  }
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  });
  const stack: Scope[] = [];
  let root: XmlElement | undefined;
  let offset = 0;
  let nodes = 0;

  const refuse = (
    code: 'not-well-formed' | 'doctype-refused' | 'too-deep' | 'too-large',
    why: string,
  ) => {
    const path = stack.map(({ element }) => `/${element.sourceName}`).join('') || '/';
    source.problemAt(Math.min(parser.position, text.length), path, code, why);
    throw new Stop();
  };
  const append = (node: XmlNode): void => {
    nodes += 1;
    if (nodes > MAX_NODES) refuse('too-large', `more than ${MAX_NODES} nodes`);
    stack.at(-1)?.element.children.push(node);
  };

  parser.on('error', (error) => refuse('not-well-formed', error.message));
  parser.on('doctype', () =>
    refuse('doctype-refused', 'a document type declaration is not allowed'),
  );
  parser.on('text', (value) => {
    if (stack.length > 0) append(value);
  });
  parser.on('cdata', append);
  parser.on('opentagstart', (tag) => {
    offset = text.lastIndexOf('<', parser.position - 1 - tag.name.length);
  });
  parser.on('opentag', (tag) => {
    if (stack.length >= MAX_DEPTH) refuse('too-deep', `nested deeper than ${MAX_DEPTH} elements`);
    const outer = stack.at(-1);
    const prefixes = declaredPrefixes(tag.attributes, outer?.prefixes ?? {});
    const element = makeElement(tag.name, tag.attributes, prefixes, outer?.element ?? null, offset);
    if (outer === undefined) root = element;
    else append(element);
    stack.push({ element, prefixes });
  });
  parser.on('closetag', () => {
    stack.pop();
  });

  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return undefined;
  }
  return root;
}

function declaredPrefixes(
  attributes: Record<string, string>,
  outer: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  let inner: Record<string, string> | undefined;
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'xmlns') (inner ??= { ...outer })[''] = value;
    else if (name.startsWith('xmlns:')) (inner ??= { ...outer })[name.slice(6)] = value;
  }
  return inner ?? outer;
}

function makeElement(
  tagName: string,
  attributes: Record<string, string>,
  prefixes: Readonly<Record<string, string>>,
  parent: XmlElement | null,
  offset: number,
): XmlElement {
  const colon = tagName.indexOf(':');
  const prefix = colon < 0 ? '' : tagName.slice(0, colon);
  const local = tagName.slice(colon + 1);
  const namespace = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
  // Without a namespace the document counts as QTI (reported at the root); an unbound prefix does not.
  const foreign =
    namespace === undefined ? (prefix === '' ? undefined : 'vendor') : vocabularyOf(namespace);
  const name = foreign === undefined ? qti3Element(local) : local;
  const vocabulary: Vocabulary = foreign ?? (name.startsWith('qti-') ? 'qti' : 'html');
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
    kept[vocabulary === 'qti' ? qti3Attribute(key) : key] = value;
  }
  return { name, sourceName: tagName, vocabulary, attributes: kept, children: [], parent, offset };
}
