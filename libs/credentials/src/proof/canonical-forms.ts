// The canonical forms that one verification or one signing asks for. The model's check, each proof of
// a set and the digest ask for the same document again, with and without its proofs: it is made once.
import { canonicalJson } from '../document/canonical-json.ts';
import type { KnownMembers } from '../document/canonical-json.ts';
import type { JsonObject } from '../document/json.ts';
import { canonicalRdf } from './canonical-rdf.ts';
import type { LoadContext } from './canonical-rdf.ts';

export interface CanonicalForms {
  /** RFC 8785. */
  json: (document: JsonObject) => string;
  /** RDFC-1.0. */
  rdf: (document: JsonObject) => Promise<string>;
}

export function canonicalForms(more?: LoadContext): CanonicalForms {
  const members: KnownMembers = new WeakMap();
  const quads = new Map<string, Promise<string>>();
  const json = (document: JsonObject) => canonicalJson(document, members);
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
