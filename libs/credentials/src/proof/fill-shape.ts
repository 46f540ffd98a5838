// Fills the statements of a shape with the values of a document: canonical N-Quads without JSON-LD.
import { asList, isObject } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { escapeLiteral, isPlainIri } from './n-quads.ts';
import { OWN_CONTEXT, ownCredential, ownProofOptions } from './own-shape.ts';
import type { Field, Shape } from './own-shape.ts';

const TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';

/** `lines` null: only whether it fits is asked. */
type Writing = { lines: string[] | null; anonymous: number };

/** Canonical N-Quads of a credential of our shape, without its proofs; null for any other document. */
export function ownCredentialQuads(document: JsonObject): string | null {
  const { '@context': context, ...node } = document;
  return hasOwnContext(context) ? quads(node, ownCredential) : null;
}

/** Whether `ownCredentialQuads` makes something of it. */
export function isOwnCredential(document: JsonObject): boolean {
  const { '@context': context, ...node } = document;
  const writing: Writing = { lines: null, anonymous: 0 };
  return hasOwnContext(context) && writeNode(writing, node, ownCredential) !== null;
}

/** The same for proof options (which carry the document's context). */
export function ownProofQuads(options: JsonObject): string | null {
  const { '@context': context, ...node } = options;
  return hasOwnContext(context) ? quads(node, ownProofOptions) : null;
}

function hasOwnContext(context: Json | undefined): boolean {
  return (
    Array.isArray(context) &&
    context.length === OWN_CONTEXT.length &&
    context.every((url, i) => url === OWN_CONTEXT[i])
  );
}

function quads(node: JsonObject, shape: Shape): string | null {
  const lines: string[] = [];
  if (writeNode({ lines, anonymous: 0 }, node, shape) === null) return null;
  // Two nodes of one id may say the same twice; a set of statements has it once.
  return lines
    .sort()
    .filter((line, i, all) => line !== all[i - 1])
    .join('');
}

/** Writes the node's statements and returns how others point to it; null when it doesn't fit. */
function writeNode(writing: Writing, node: Json | undefined, shape: Shape): string | null {
  if (!isObject(node)) return null;
  const subject = nameOf(writing, node, shape);
  if (subject === null) return null;
  let members = shape.anonymous === true ? 0 : 1;
  for (const name of Object.keys(shape.fields)) {
    const field = shape.fields[name];
    const value = node[name];
    if (field === undefined) return null;
    if (value === undefined) {
      if (!('optional' in field)) return null;
      continue;
    }
    members++;
    if (!writeField(writing, subject, field, value)) return null;
  }
  return members === Object.keys(node).length ? subject : null;
}

function nameOf(writing: Writing, node: JsonObject, shape: Shape): string | null {
  if (shape.anonymous === true) {
    writing.anonymous++;
    return writing.anonymous === 1 ? '_:c14n0' : null;
  }
  const { id } = node;
  return typeof id === 'string' && isPlainIri(id) ? `<${id}>` : null;
}

function writeField(writing: Writing, subject: string, field: Field, value: Json): boolean {
  switch (field.kind) {
    case 'text':
      return writeText(writing, subject, field, value);
    case 'flag':
      if (typeof value !== 'boolean') return false;
      writing.lines?.push(`${subject} <${field.predicate}> "${value}"^^<${field.datatype}> .\n`);
      return true;
    case 'iri':
      if (typeof value !== 'string' || !isPlainIri(value)) return false;
      writing.lines?.push(`${subject} <${field.predicate}> <${value}> .\n`);
      return true;
    case 'term':
      if (value !== field.name) return false;
      writing.lines?.push(`${subject} <${field.predicate}> <${field.iri}> .\n`);
      return true;
    case 'types':
      return writeTypes(writing, subject, field, value);
    case 'node':
      return writeLink(writing, subject, field, value);
    case 'nodes':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        value.every((node) => writeLink(writing, subject, field, node))
      );
  }
}

function writeText(
  writing: Writing,
  subject: string,
  field: Field & { kind: 'text' },
  value: Json,
): boolean {
  if (typeof value !== 'string' || !value.isWellFormed()) return false;
  const datatype = field.datatype === undefined ? '' : `^^<${field.datatype}>`;
  writing.lines?.push(`${subject} <${field.predicate}> "${escapeLiteral(value)}"${datatype} .\n`);
  return true;
}

function writeTypes(
  writing: Writing,
  subject: string,
  field: Field & { kind: 'types' },
  value: Json,
): boolean {
  if (field.single === true ? Array.isArray(value) : !Array.isArray(value)) return false;
  const names = asList(value);
  if (names.length !== field.values.length) return false;
  return field.values.every(([name, iri], i) => {
    writing.lines?.push(`${subject} ${TYPE} <${iri}> .\n`);
    return names[i] === name;
  });
}

function writeLink(
  writing: Writing,
  subject: string,
  field: Field & { kind: 'node' | 'nodes' },
  value: Json,
): boolean {
  const object = writeNode(writing, value, field.shape);
  if (object === null) return false;
  writing.lines?.push(`${subject} <${field.predicate}> ${object} .\n`);
  return true;
}
