// An RDF suite signs statements, not the JSON that makes them. A stranger can write the same statements
// in other words (an IRI or an alias for a term, @included, @nest), so that a reader of JSON no longer
// finds an end date or a status list where he looks. What the checks rest on has to stand where they
// look for it (VCDM 2.0 §6.1: compacted document form; VC Data Integrity 1.0 §2.4, "Validating Contexts").
import { asList, isObject, textOf } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import type { CanonicalForms } from './canonical-forms.ts';
import { optionsAsRdf } from './cryptosuite.ts';
import { isOwnCredential, ownProofQuads } from './fill-shape.ts';
import { escapeLiteral } from './n-quads.ts';

const TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
const VC = 'https://www.w3.org/2018/credentials#';
const STATUS = 'https://www.w3.org/ns/credentials/status#';
const ROOTS = [`<${VC}VerifiableCredential>`, `<${VC}VerifiablePresentation>`];
const STATUS_TERMS = ['statusPurpose', 'statusListIndex', 'statusListCredential', 'statusSize'];

/** `rest` is the object with its datatype, and what follows it on the line. */
type Statement = { subject: string; predicate: string; rest: string };

/** Of a document and one proof by an RDF suite: what is hidden, or null. */
export async function hiddenMeaning(
  document: JsonObject,
  proof: JsonObject,
  forms: CanonicalForms,
): Promise<string | null> {
  const hidden = await hiddenMember(document, proof, forms);
  return hidden === null
    ? null
    : `VCDM 2.0 §6.1: ${hidden} is signed, and does not stand where it is looked for`;
}

async function hiddenMember(
  document: JsonObject,
  proof: JsonObject,
  forms: CanonicalForms,
): Promise<string | null> {
  const options = optionsAsRdf(document, proof);
  const inOptions =
    ownProofQuads(options) === null ? hiddenOption(options, await forms.rdf(options)) : null;
  if (inOptions !== null || isOwnCredential(document)) return inOptions;
  return hiddenStatement(document, await forms.rdf(document));
}

/** The statement of a document that does not stand where it is looked for; null when none is hidden. */
function hiddenStatement(document: JsonObject, quads: string): string | null {
  const statements = statementsOf(quads);
  const root = rootOf(document, statements);
  if (root === null) return 'which node is the document';
  const said = (term: string) =>
    statements.filter((one) => one.subject === root && one.predicate === `<${VC}${term}>`);
  for (const term of ['validFrom', 'validUntil']) {
    if (!isSame(said(term), document[term])) return term;
  }
  const entries = asList(document['credentialStatus']).filter(isObject);
  const nodes = said('credentialStatus').map(({ rest }) => rest.slice(0, -' .'.length));
  // One entry said twice would stand for another one that is hidden.
  const ids = entries.flatMap((entry) => textOf(entry['id']) ?? []);
  if (nodes.length !== entries.length || new Set(ids).size !== ids.length) {
    return 'credentialStatus';
  }
  const ours = entries.filter(({ type }) => asList(type).includes('BitstringStatusListEntry'));
  return (
    STATUS_TERMS.find((term) => {
      const predicate = `<${STATUS}${term}>`;
      const stated = statements.filter((one) => one.predicate === predicate);
      const written = ours.flatMap((entry) => asList(entry[term]));
      return stated.filter(({ subject }) => nodes.includes(subject)).length !== written.length;
    }) ?? null
  );
}

/** The same of a proof's options, which are one flat node. */
function hiddenOption(options: JsonObject, quads: string): string | null {
  const statements = statementsOf(quads);
  const known = [
    ['created', '<http://purl.org/dc/terms/created>'],
    ['expires', '<https://w3id.org/security#expiration>'],
  ] as const;
  const hidden = known.find(([term, predicate]) => {
    const said = statements.filter((one) => one.predicate === predicate);
    return !isSame(said, options[term]);
  });
  return hidden?.[0] ?? null;
}

function statementsOf(quads: string): Statement[] {
  return quads.split('\n').flatMap((line) => {
    const [subject, predicate] = line.split(' ', 2);
    if (subject === undefined || predicate === undefined) return [];
    return [{ subject, predicate, rest: line.slice(subject.length + predicate.length + 2) }];
  });
}

/** By its id; without one, the one credential or presentation that nothing else points to. */
function rootOf(document: JsonObject, statements: readonly Statement[]): string | null {
  const id = textOf(document['id']);
  if (id !== null) {
    return statements.some(({ subject }) => subject === `<${id}>`) ? `<${id}>` : null;
  }
  const typed = statements.filter(
    ({ subject, predicate, rest }) =>
      subject.startsWith('_:') &&
      predicate === TYPE &&
      ROOTS.some((root) => rest === `${root} .`) &&
      !statements.some((one) => one.rest.split(' ', 1)[0] === subject),
  );
  const found = new Set(typed.map(({ subject }) => subject));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function isSame(said: readonly Statement[], value: Json | undefined): boolean {
  if (value === undefined) return said.length === 0;
  const [one] = said;
  const isOne = said.length === 1 && typeof value === 'string';
  return isOne && one?.rest.startsWith(`"${escapeLiteral(value)}"`) === true;
}
