// A status list is itself a credential: it counts when a trusted issuer signed it with a key in use.
import type { Cryptography } from '../cryptography/cryptography.ts';
import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { CredentialsError } from '../credentials-error.ts';
import { formatInstant, instantOf } from '../document/date-time.ts';
import { asList, isObject, textOf } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { parseJson } from '../document/strict-json.ts';
import { credentialProblems } from '../model/credential-problems.ts';
import { canonicalForms } from '../proof/canonical-forms.ts';
import { checkProofs } from '../proof/check-proof.ts';
import { decodeBits } from '../status/encoded-list.ts';
import type { Trust } from '../trust/trust.ts';
import { CLOCK_SKEW } from './check-dates.ts';
import { checkIssuer, issuerOf } from './check-issuer.ts';
import { keyFinder, proofCheck } from './check-proof-set.ts';
import type { File, Means } from './evidence.ts';
import { markOpened } from './opened-status-list.ts';
import type { OpenedStatusList } from './opened-status-list.ts';

/**
 * Checks a list once, for many credentials: whether it is a credential of a trusted issuer, signed
 * with a key in use, and what its bits are (Bitstring Status List 1.0 §3.2). What is wrong with it
 * is in the answer; errors as of `verify`.
 */
export async function openStatusList(
  file: File,
  trust: Trust,
  at: Date,
  means: Means & { didDocuments?: JsonObject[] } = {},
): Promise<OpenedStatusList> {
  const list = await readStatusList(file, trust, at, means);
  markOpened(list);
  return list;
}

async function readStatusList(
  file: File,
  trust: Trust,
  at: Date,
  means: Means & { didDocuments?: JsonObject[] },
): Promise<OpenedStatusList> {
  let document: Json;
  try {
    document = typeof file === 'string' || file instanceof Uint8Array ? parseJson(file) : file;
  } catch (error) {
    if (error instanceof CredentialsError) return notGenuine(null, error.message);
    throw error;
  }
  if (!isObject(document)) return notGenuine(null, 'the list is no object');
  const id = textOf(document['id']);
  const why = await reasonAgainst(document, trust, at, means);
  if (why !== null) return notGenuine(id, why);
  return read(document, means.cryptography ?? hostCryptography());
}

function notGenuine(id: string | null, why: string): OpenedStatusList {
  return { genuine: false, id, why };
}

async function reasonAgainst(
  document: JsonObject,
  trust: Trust,
  at: Date,
  means: Means & { didDocuments?: JsonObject[] },
): Promise<string | null> {
  const [broken] = credentialProblems(document);
  if (broken !== undefined) return `${broken.clause}: ${broken.path} ${broken.says}`;
  if (!asList(document['type']).includes('BitstringStatusListCredential')) {
    return 'Bitstring Status List 1.0 §2.2: no BitstringStatusListCredential';
  }
  const findings = await checkProofs(document, {
    cryptography: means.cryptography ?? hostCryptography(),
    findKey: keyFinder(trust, means.didDocuments ?? []),
    purpose: 'assertionMethod',
    forms: canonicalForms(means.loadContext),
  });
  const proof = proofCheck(document, findings);
  if (proof.outcome !== 'passed') return `its proof: ${proof.code}, ${proof.what}`;
  const issuer = checkIssuer(document, findings, trust, { at, loggedAt: null });
  if (issuer.outcome !== 'passed') return `its issuer: ${issuer.code}, ${issuer.what}`;
  // One that begins tomorrow is made today: what it says of tomorrow is not how it stands.
  const isAhead = beginnings(document).some((time) => time > at.getTime() + CLOCK_SKEW);
  return isAhead ? 'it is of the future' : null;
}

/** validFrom and the dates of its proofs. */
function beginnings(document: JsonObject): number[] {
  return timesOf([document['validFrom'], ...ofProofs(document, 'created')]);
}

function ofProofs(document: JsonObject, name: string): (Json | undefined)[] {
  return asList(document['proof']).map((proof) => (isObject(proof) ? proof[name] : undefined));
}

function timesOf(dates: readonly (Json | undefined)[]): number[] {
  const times = dates.map((date) => (typeof date === 'string' ? instantOf(date) : null));
  return times.filter((time) => time !== null);
}

function earliest(times: readonly number[]): Date | null {
  return times.length === 0 ? null : new Date(Math.min(...times));
}

async function read(document: JsonObject, cryptography: Cryptography): Promise<OpenedStatusList> {
  const id = textOf(document['id']);
  const subject = document['credentialSubject'];
  const asOf = earliest(beginnings(document));
  const expires = earliest(timesOf(ofProofs(document, 'expires')));
  if (id === null || asOf === null) return notGenuine(id, 'it has no id or no date');
  if (!isObject(subject) || !asList(subject['type']).includes('BitstringStatusList')) {
    return notGenuine(id, 'Bitstring Status List 1.0 §2.2: the subject is no BitstringStatusList');
  }
  const { ttl } = subject;
  try {
    return {
      genuine: true,
      id,
      issuer: issuerOf(document),
      purposes: asList(subject['statusPurpose']).map(String),
      bits: await decodeBits(textOf(subject['encodedList']) ?? '', cryptography),
      asOf: formatInstant(asOf),
      validUntil: textOf(document['validUntil']),
      expires: expires === null ? null : formatInstant(expires),
      ttl: typeof ttl === 'number' && ttl >= 0 ? ttl : null,
    };
  } catch (error) {
    if (error instanceof CredentialsError) return notGenuine(id, error.message);
    throw error;
  }
}
