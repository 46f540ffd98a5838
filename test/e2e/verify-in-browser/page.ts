// The script of the page: the two libraries as a browser has them, asked with what travels as JSON.
import { issue, parseTrust, signerFromSeed, verify } from '#libs/credentials';
import type { CredentialDraft, JsonObject } from '#libs/credentials';
import { parseBundle } from '#libs/transparency-log';

export type Question = {
  file: string;
  evidence: JsonObject;
  trust: JsonObject;
  at: string;
  /** What is at hand beside the bundled contexts, by its URL. */
  contexts?: JsonObject;
};

/** What `verify` says of it, as JSON. */
export async function answerTo(question: Question): Promise<string> {
  const { file, evidence, trust, at, contexts = {} } = question;
  const loadContext = (url: string) => (contexts[url] ?? null) as JsonObject | null;
  const means = { loadContext };
  return JSON.stringify(await verify(file, evidence, parseTrust(trust), new Date(at), means));
}

/** The certificate that this machine makes of a draft, as JSON. */
export async function issued(draft: CredentialDraft, byte: number, at: string): Promise<string> {
  const seed = new Uint8Array(32).fill(byte);
  const signer = await signerFromSeed(seed, `${draft.issuer.id}#key-1`);
  return JSON.stringify(await issue(draft, signer, new Date(at)));
}

export function reads(bundle: string): boolean {
  return parseBundle(bundle).log.length > 0;
}

Object.assign(globalThis, { sanad: { answerTo, issued, reads } });
