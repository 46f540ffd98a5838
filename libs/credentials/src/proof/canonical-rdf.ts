// The full way to canonical N-Quads: JSON-LD 1.1 to RDF, then RDFC-1.0, by the library jsonld. It is
// large and slow, and loaded only when a document comes that isn't of our own shape.
import { bundledContext } from '../contexts/bundled.ts';
import { CredentialsError } from '../credentials-error.ts';
import type { JsonObject } from '../document/json.ts';

/** What the caller hands in for contexts that aren't bundled: the document, or null. */
export type LoadContext = (url: string) => JsonObject | null | Promise<JsonObject | null>;

type Remote = { contextUrl: null; documentUrl: string; document: JsonObject; tag?: 'static' };

async function load(url: string, more: LoadContext | undefined): Promise<Remote> {
  const bundled = bundledContext(url);
  // The tag lets jsonld keep what it made of a context that never changes.
  if (bundled !== null) {
    return { contextUrl: null, documentUrl: url, document: bundled, tag: 'static' };
  }
  const document = (await more?.(url)) ?? null;
  if (document === null) throw new CredentialsError('unknown-context', url);
  return { contextUrl: null, documentUrl: url, document };
}

/**
 * Canonical N-Quads of a JSON-LD document (JSON-LD 1.1 API, "Deserialize JSON-LD to RDF Algorithm";
 * RDF Dataset Canonicalization, RDFC-1.0). `unknown-context` for one that is neither bundled nor
 * loaded by `more`, `not-canonical` for all else, a term that no context defines among it: it would
 * not be signed.
 */
export async function canonicalRdf(document: JsonObject, more?: LoadContext): Promise<string> {
  const { default: jsonld } = await import('jsonld');
  const seen: { unknown: string | null } = { unknown: null };
  const documentLoader = async (url: string): Promise<Remote> => {
    try {
      return await load(url, more);
    } catch (error) {
      if (error instanceof CredentialsError) seen.unknown = url;
      throw error;
    }
  };
  const options = {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    base: null,
    safe: true,
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
    documentLoader,
  };
  try {
    const canonize: (input: object, options: object) => Promise<unknown> = jsonld.canonize;
    const made = await canonize(document, options);
    return String(made);
  } catch (error) {
    if (seen.unknown !== null) throw new CredentialsError('unknown-context', seen.unknown);
    const why = error instanceof Error ? error.message : String(error);
    throw new CredentialsError('not-canonical', why.slice(0, 300));
  }
}
