// Fills the statements of a shape with the values of a document: canonical N-Quads without JSON-LD.
import { asList, isObject } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { escapeLiteral, isPlainIri } from './n-quads.ts';
import { OWN_CONTEXT, ownCredential, ownProofOptions } from './own-shape.ts';
import type { Field, Shape } from './own-shape.ts';

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** All statements of one node, in their order: the canonical form has them together. */
type Block = { subject: string; text: string };
/** `blocks` null: only whether it fits is asked. */
type Writing = { blocks: Block[] | null; anonymous: number };

/** Canonical N-Quads of a credential of our shape, without its proofs; null for any other document. */
export function ownCredentialQuads(document: JsonObject): string | null {
  return hasOwnContext(document) ? quads(document, ownCredential) : null;
}

/** Whether `ownCredentialQuads` makes something of it. */
export function isOwnCredential(document: JsonObject): boolean {
  const writing: Writing = { blocks: null, anonymous: 0 };
  return hasOwnContext(document) && writeNode(writing, document, ownCredential, 1) !== null;
}

/** The same for proof options (which carry the document's context). */
export function ownProofQuads(options: JsonObject): string | null {
  return hasOwnContext(options) ? quads(options, ownProofOptions) : null;
}

export function hasOwnContext({ '@context': context }: JsonObject): boolean {
  return (
    Array.isArray(context) &&
    context.length === OWN_CONTEXT.length &&
    context.every((url, i) => url === OWN_CONTEXT[i])
  );
}

function quads(root: JsonObject, shape: Shape): string | null {
  const blocks: Block[] = [];
  if (writeNode({ blocks, anonymous: 0 }, root, shape, 1) === null) return null;
  blocks.sort((a, b) => (a.subject < b.subject ? -1 : 1));
  const text = blocks.map((block) => block.text).join('');
  const isMixed = blocks.some(({ subject }, i) => subject === blocks[i - 1]?.subject);
  return isMixed ? inOrder(text) : text;
}

/** Two nodes of one id may say the same twice; a set of statements has it once. */
function inOrder(text: string): string {
  const lines = text.split('\n').slice(0, -1).sort();
  return lines.flatMap((line, i) => (line === lines[i - 1] ? [] : [`${line}\n`])).join('');
}

type Statement = { name: string; field: Field; predicate: string };
const statements = new Map<Shape, Statement[]>();

/** The properties of a shape in the order of their statements. */
function statementsOf(shape: Shape): Statement[] {
  const before = statements.get(shape);
  if (before !== undefined) return before;
  const made = Object.entries(shape.fields).map(([name, field]) => {
    const predicate = field.kind === 'types' ? TYPE : field.predicate;
    return { name, field, predicate: ` <${predicate}> ` };
  });
  made.sort((a, b) => (a.predicate < b.predicate ? -1 : 1));
  statements.set(shape, made);
  return made;
}

/**
 * Writes the node's statements and returns how others point to it; null when it doesn't fit. `more`
 * counts the members beside the shape's own.
 */
function writeNode(
  writing: Writing,
  node: Json | undefined,
  shape: Shape,
  more = 0,
): string | null {
  if (!isObject(node)) return null;
  const subject = nameOf(writing, node, shape);
  if (subject === null) return null;
  let members = more + (shape.anonymous === true ? 0 : 1);
  let text = '';
  for (const { name, field, predicate } of statementsOf(shape)) {
    const value = node[name];
    if (value === undefined) {
      if (!('optional' in field)) return null;
      continue;
    }
    members++;
    const written = writeField(writing, subject + predicate, field, value);
    if (written === null) return null;
    text += written;
  }
  if (members !== Object.keys(node).length) return null;
  writing.blocks?.push({ subject, text });
  return subject;
}

function nameOf(writing: Writing, node: JsonObject, shape: Shape): string | null {
  if (shape.anonymous === true) {
    writing.anonymous++;
    return writing.anonymous === 1 ? '_:c14n0' : null;
  }
  const { id } = node;
  return typeof id === 'string' && isPlainIri(id) ? `<${id}>` : null;
}

/** `start` is the subject and the predicate. */
function writeField(writing: Writing, start: string, field: Field, value: Json): string | null {
  switch (field.kind) {
    case 'text':
      if (typeof value !== 'string' || !value.isWellFormed()) return null;
      return writing.blocks === null ? '' : textStatement(start, field.datatype, value);
    case 'flag':
      if (typeof value !== 'boolean') return null;
      return `${start}"${value}"^^<${field.datatype}> .\n`;
    case 'iri':
      return typeof value === 'string' && isPlainIri(value) ? `${start}<${value}> .\n` : null;
    case 'term':
      return value === field.name ? `${start}<${field.iri}> .\n` : null;
    case 'types':
      return writeTypes(start, field, value);
    case 'node':
      return writeLinks(writing, start, field.shape, [value]);
    case 'nodes':
      return Array.isArray(value) && value.length > 0
        ? writeLinks(writing, start, field.shape, value)
        : null;
  }
}

function textStatement(start: string, datatype: string | undefined, value: string): string {
  const text = `${start}"${escapeLiteral(value)}"`;
  return datatype === undefined ? `${text} .\n` : `${text}^^<${datatype}> .\n`;
}

function writeTypes(start: string, field: Field & { kind: 'types' }, value: Json): string | null {
  if (field.single === true ? Array.isArray(value) : !Array.isArray(value)) return null;
  const names = asList(value);
  const { values } = field;
  if (names.length !== values.length || !values.every(([name], i) => names[i] === name))
    return null;
  return sorted(values.map(([, iri]) => `${start}<${iri}> .\n`));
}

function writeLinks(
  writing: Writing,
  start: string,
  shape: Shape,
  nodes: readonly Json[],
): string | null {
  const lines: string[] = [];
  for (const node of nodes) {
    const object = writeNode(writing, node, shape);
    if (object === null) return null;
    lines.push(`${start}${object} .\n`);
  }
  return sorted(lines);
}

function sorted(lines: string[]): string {
  return lines.length === 1 ? (lines[0] ?? '') : lines.sort().join('');
}
