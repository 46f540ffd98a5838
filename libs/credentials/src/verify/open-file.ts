import { isBundle, LogError, parseBundle } from '#libs/transparency-log';

import { CredentialsError } from '../credentials-error.ts';
import { isObject } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import { parseJson } from '../document/strict-json.ts';
import type { Evidence, File } from './evidence.ts';

type Refused = { refused: string };

/** The object that a file holds, or why it holds none. */
export function openObject(file: File): { document: JsonObject } | Refused {
  try {
    const value = typeof file === 'string' || file instanceof Uint8Array ? parseJson(file) : file;
    return isObject(value) ? { document: value } : { refused: 'it is no object' };
  } catch (error) {
    if (error instanceof CredentialsError) return { refused: error.message };
    throw error;
  }
}

/** The credential of a file and the evidence for it: what was given, and what a bundle brings. */
export function openFile(
  file: File,
  given: Evidence,
): { document: JsonObject; evidence: Evidence } | Refused {
  const opened = openObject(file);
  if ('refused' in opened || !isBundle(opened.document)) return { evidence: given, ...opened };
  try {
    return openBundle(opened.document, given);
  } catch (error) {
    if (error instanceof LogError) return { refused: error.message };
    throw error;
  }
}

/** What was given comes first: it was fetched by the verifier, the bundle by whoever made it. */
function openBundle(
  file: JsonObject,
  given: Evidence,
): { document: JsonObject; evidence: Evidence } {
  const bundle = parseBundle(file);
  return {
    document: bundle.credential,
    evidence: {
      didDocuments: [...(given.didDocuments ?? []), bundle.didDocument],
      statusLists: [...(given.statusLists ?? []), ...bundle.statusLists],
      log: given.log ?? bundle.log.map(({ event, salt, proof }) => ({ event, salt, proof })),
    },
  };
}
