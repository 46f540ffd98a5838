import { hostCryptography } from '../cryptography/host-cryptography.ts';
import type { Cryptography } from '../cryptography/cryptography.ts';
import { CredentialsError } from '../credentials-error.ts';
import { toHex } from '../document/bytes.ts';
import { canonicalJson } from '../document/canonical-json.ts';
import type { JsonObject } from '../document/json.ts';
import { canonicalForms } from '../proof/canonical-forms.ts';
import type { CanonicalForms } from '../proof/canonical-forms.ts';
import { checkProofs } from '../proof/check-proof.ts';
import type { Trust } from '../trust/trust.ts';
import type { Check, Verification } from './check.ts';
import { checkDates } from './check-dates.ts';
import { checkIssuer } from './check-issuer.ts';
import { findInLog, logCheck } from './check-log.ts';
import { keyFinder, proofCheck } from './check-proof-set.ts';
import { checkShape, notJson } from './check-shape.ts';
import { checkStatus } from './check-status.ts';
import { envelopeCheck } from './envelope.ts';
import type { Evidence, File, Means } from './evidence.ts';
import { openFile } from './open-file.ts';
import { openStatusList } from './open-status-list.ts';
import { isOpened } from './opened-status-list.ts';
import type { OpenedStatusList } from './opened-status-list.ts';
import { standingOf } from './standing.ts';

/**
 * Each check of a credential by itself, as of `at` (VCDM 2.0 §7.1; VC Data Integrity 1.0 §4.5;
 * Bitstring Status List 1.0 §3.2). The file is a credential, or a bundle that has its evidence with
 * it. The answer depends on these arguments alone: no clock, no network, and no trust but `trust`.
 * Whatever is wrong with the file or the evidence is in the answer; `unavailable` is thrown where
 * the host lacks a key's algorithm, and what the caller's own loaders throw.
 */
export async function verify(
  file: File,
  given: Evidence,
  trust: Trust,
  at: Date,
  means: Means = {},
): Promise<Verification> {
  const opened = openFile(file, given);
  if ('refused' in opened) return alone(notJson(opened.refused), null);
  const { document, evidence, didDocument } = opened;
  const enveloped = envelopeCheck(document, 'EnvelopedVerifiableCredential');
  if (enveloped !== null) return alone(enveloped, document);
  const cryptography = means.cryptography ?? hostCryptography();
  const forms = canonicalForms(means.loadContext);
  const digest = digestOf(document, forms, cryptography);
  if (digest === null) return alone(notJson('a string or number that JCS cannot write'), document);

  const shape = await checkShape(document, forms, cryptography, means);
  const findings = await checkProofs(document, {
    cryptography,
    findKey: keyFinder(trust, evidence.didDocuments ?? []),
    purpose: 'assertionMethod',
    forms,
    quickest: means.proofs === 'quickest',
  });
  const proof = proofCheck(document, findings);
  const inLog = await findInLog(document, digest, evidence, trust, at, means);
  const log = logCheck(document, inLog);
  const held = log.outcome === 'passed' ? inLog : null;
  const seen = { at, loggedAt: held?.loggedAt ?? null };
  const issuer = checkIssuer(document, findings, trust, seen, didDocument);
  const dates = checkDates(document, at);
  const lists = await openLists(evidence, trust, at, means);
  const status = checkStatus(document, lists, trust, at, held?.events);

  const checks: Check[] = [shape, proof, issuer, dates, status, log];
  return { standing: standingOf(checks), checks, digest: toHex(digest), credential: document };
}

/** The one check that could be made. */
function alone(check: Check, credential: JsonObject | null): Verification {
  return { standing: standingOf([check]), checks: [check], digest: null, credential };
}

function digestOf(
  document: JsonObject,
  forms: CanonicalForms,
  cryptography: Cryptography,
): Uint8Array | null {
  try {
    return cryptography.sha256(forms.json(document));
  } catch (error) {
    if (error instanceof CredentialsError) return null;
    throw error;
  }
}

/**
 * SHA-256 over the JCS form (RFC 8785) of a credential with its proofs: 32 bytes; `not-canonical`.
 */
export function credentialDigest(
  credential: JsonObject,
  cryptography: Cryptography = hostCryptography(),
): Uint8Array {
  return cryptography.sha256(canonicalJson(credential));
}

async function openLists(
  evidence: Evidence,
  trust: Trust,
  at: Date,
  means: Means,
): Promise<OpenedStatusList[]> {
  const lists: OpenedStatusList[] = [];
  const withDocuments = { ...means, didDocuments: evidence.didDocuments ?? [] };
  for (const list of evidence.statusLists ?? []) {
    lists.push(isOpened(list) ? list : await openStatusList(list, trust, at, withDocuments));
  }
  return lists;
}
