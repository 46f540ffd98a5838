import { isBundle, LogError, parseBundle } from '#libs/transparency-log';

import { CredentialsError } from '../credentials-error.ts';
import { isObject } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import { parseJson } from '../document/strict-json.ts';
import type { Evidence, File } from './evidence.ts';

type Refused = { refused: string };
type Opened = {
  document: JsonObject;
  evidence: Evidence;
  /** The one that a bundle brought. */
  didDocument: JsonObject | null;
};

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
export function openFile(file: File, given: Evidence): Opened | Refused {
  const opened = openObject(file);
  if ('refused' in opened) return opened;
  if (!isBundle(opened.document)) return { ...opened, evidence: given, didDocument: null };
  try {
    return openBundle(opened.document, given);
  } catch (error) {
    if (error instanceof LogError) return { refused: error.message };
    throw error;
  }
}

/** What was given comes first: it was fetched by the verifier, the bundle by whoever made it. */
function openBundle(file: JsonObject, given: Evidence): Opened {
  const { credential, didDocument, statusLists, log } = parseBundle(file);
  return {
    document: credential,
    didDocument,
    evidence: {
      didDocuments: [...(given.didDocuments ?? []), didDocument],
      statusLists: [...(given.statusLists ?? []), ...statusLists],
      log: given.log ?? log.map(({ event, salt, proof }) => ({ event, salt, proof })),
    },
  };
}
