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
  let text = '';
  let isMixed = false;
  for (const [i, block] of blocks.entries()) {
    text += block.text;
    isMixed ||= block.subject === blocks[i - 1]?.subject;
  }
  return isMixed ? inOrder(text) : text;
}

/** Two nodes of one id may say the same twice; a set of statements has it once. */
function inOrder(text: string): string {
  const lines = text.split('\n').slice(0, -1).sort();
  return lines.flatMap((line, i) => (line === lines[i - 1] ? [] : [`${line}\n`])).join('');
}

/** What stands before the value and after it, the subject apart; of a type all of it stands in `lines`. */
type Statement = { name: string; field: Field; before: string; after: string; lines: string[] };
const statements = new Map<Shape, Statement[]>();

/** The properties of a shape in the order of their statements. */
function statementsOf(shape: Shape): Statement[] {
  const known = statements.get(shape);
  if (known !== undefined) return known;
  const made = Object.entries(shape.fields).map(([name, field]) => ({
    name,
    field,
    ...framesOf(field),
  }));
  made.sort((a, b) => (a.before < b.before ? -1 : 1));
  statements.set(shape, made);
  return made;
}

function framesOf(field: Field): Pick<Statement, 'before' | 'after' | 'lines'> {
  if (field.kind === 'types') {
    const lines = field.values.map(([, iri]) => ` <${TYPE}> <${iri}> .\n`).sort();
    return { before: ` <${TYPE}> `, after: '', lines };
  }
  const before = ` <${field.predicate}> `;
  switch (field.kind) {
    case 'text':
    case 'flag':
      return {
        before: `${before}"`,
        after: field.datatype === undefined ? '" .\n' : `"^^<${field.datatype}> .\n`,
        lines: [],
      };
    case 'iri':
      return { before: `${before}<`, after: '> .\n', lines: [] };
    case 'term':
      return { before: `${before}<${field.iri}`, after: '> .\n', lines: [] };
    case 'node':
    case 'nodes':
      return { before, after: ' .\n', lines: [] };
  }
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
  for (const statement of statementsOf(shape)) {
    const value = node[statement.name];
    if (value === undefined) {
      if (!('optional' in statement.field)) return null;
      continue;
    }
    members++;
    const written = writeField(writing, subject, statement, value);
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

function writeField(
  writing: Writing,
  subject: string,
  statement: Statement,
  value: Json,
): string | null {
  const { field, before, after } = statement;
  switch (field.kind) {
    case 'text':
      if (typeof value !== 'string' || !value.isWellFormed()) return null;
      return writing.blocks === null ? '' : subject + before + escapeLiteral(value) + after;
    case 'flag':
      return typeof value === 'boolean' ? subject + before + String(value) + after : null;
    case 'iri':
      if (typeof value !== 'string' || !isPlainIri(value)) return null;
      return subject + before + value + after;
    case 'term':
      return value === field.name ? subject + before + after : null;
    case 'types':
      return isTypes(field, value) ? statement.lines.map((line) => subject + line).join('') : null;
    case 'node':
      return writeLinks(writing, subject, statement, field.shape, [value]);
    case 'nodes':
      if (!Array.isArray(value) || value.length === 0) return null;
      return writeLinks(writing, subject, statement, field.shape, value);
  }
}

function isTypes({ single, values }: Field & { kind: 'types' }, value: Json): boolean {
  if (single === true ? Array.isArray(value) : !Array.isArray(value)) return false;
  const names = asList(value);
  return names.length === values.length && values.every(([name], i) => names[i] === name);
}

function writeLinks(
  writing: Writing,
  subject: string,
  { before, after }: Statement,
  shape: Shape,
  nodes: readonly Json[],
): string | null {
  const lines: string[] = [];
  for (const node of nodes) {
    const object = writeNode(writing, node, shape);
    if (object === null) return null;
    lines.push(subject + before + object + after);
  }
  return lines.length === 1 ? (lines[0] ?? '') : lines.sort().join('');
}
