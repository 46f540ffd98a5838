// The canonical forms that one verification or one signing asks for. The model's check, each proof of
// a set and the digest ask for the same document again, with and without its proofs: it is made once.
import { canonicalMember, sortedNames } from '../document/canonical-json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { canonicalRdf } from './canonical-rdf.ts';
import type { LoadContext } from './canonical-rdf.ts';

/** How a verification or a signing writes documents before it hashes them. */
export interface CanonicalForms {
  /** RFC 8785. */
  json: (document: JsonObject) => string;
  /** RDFC-1.0. */
  rdf: (document: JsonObject) => Promise<string>;
}

/**
 * Forms that are made once each. `more` loads the contexts that aren't bundled. Errors as of
 * `canonicalJson` and `canonicalRdf`.
 */
export function canonicalForms(more?: LoadContext): CanonicalForms {
  const quads = new Map<string, Promise<string>>();
  const members = new Map<string, { value: Json; text: string }>();
  const json = (document: JsonObject) => {
    const texts: string[] = [];
    for (const name of sortedNames(document)) {
      const value = document[name];
      if (value !== undefined) texts.push(textOf(name, value));
    }
    return `{${texts.join(',')}}`;
  };
  /** A document without its proofs has the very same members otherwise. */
  const textOf = (name: string, value: Json) => {
    const before = members.get(name);
    if (before !== undefined && before.value === value) return before.text;
    const text = canonicalMember(name, value);
    if (before === undefined) members.set(name, { value, text });
    return text;
  };
  return {
    json,
    rdf(document) {
      // One JSON is one RDF, as long as its contexts are the same: they are, for one loader.
      const name = json(document);
      const before = quads.get(name);
      if (before !== undefined) return before;
      const made = canonicalRdf(document, more);
      quads.set(name, made);
      return made;
    },
  };
}
