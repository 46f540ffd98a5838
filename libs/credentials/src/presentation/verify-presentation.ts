import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { asList, isObject } from '../document/json.ts';
import { presentationProblems } from '../model/presentation-problems.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { canonicalForms } from '../proof/canonical-forms.ts';
import { checkProofs } from '../proof/check-proof.ts';
import type { Trust } from '../trust/trust.ts';
import type { DatesCheck, Outcome, ProofCheck, Verification } from '../verify/check.ts';
import { checkDates } from '../verify/check-dates.ts';
import { keyFinder, proofCheck } from '../verify/check-proof-set.ts';
import { envelopeCheck } from '../verify/envelope.ts';
import type { Evidence, File, Means } from '../verify/evidence.ts';
import { openObject } from '../verify/open-file.ts';
import { verify } from '../verify/verify.ts';
import { checkAsked, checkHolder } from './check-holder.ts';
import type { AskedCheck, HolderCheck } from './check-holder.ts';
import type { Asked } from './present.ts';

export type PresentationShapeCheck = {
  check: 'shape';
  outcome: Outcome;
  code: 'well-formed' | 'not-json' | 'breaks-the-model';
  problems: Problem[];
};

/** What `verifyPresentation` answers; whether it is enough is the verifier's own rule. */
export interface PresentationVerification {
  /**
   * In this order: shape, proof, dates, holder, asked; only shape when that has failed, only proof when
   * it is an EnvelopedVerifiablePresentation, which isn't opened here.
   */
  checks: (PresentationShapeCheck | ProofCheck | DatesCheck | HolderCheck | AskedCheck)[];
  /** One answer for each credential that was shown, in its order: each is verified by itself. */
  credentials: Verification[];
}

/**
 * Each check of a presentation (VCDM 2.0 §4.13, §7.1; VC Data Integrity 1.0 §4.5) that was made for
 * `asked`, as of `at`. Unlike an issuer, a holder need not be pinned: one who is no did:key is believed
 * by `evidence.didDocuments`, which the verifier therefore fetches himself. Errors as of `verify`.
 */
export async function verifyPresentation(
  file: File,
  evidence: Evidence,
  trust: Trust,
  at: Date,
  asked: Asked,
  means: Means = {},
): Promise<PresentationVerification> {
  const opened = openObject(file);
  if ('refused' in opened) {
    return refused('not-json', [problem('RFC 7493 (I-JSON)', '', opened.refused)]);
  }
  const { document } = opened;
  const enveloped = envelopeCheck(document, 'EnvelopedVerifiablePresentation');
  if (enveloped !== null) return { checks: [enveloped], credentials: [] };
  const problems = presentationProblems(document);
  if (problems.length > 0) return refused('breaks-the-model', problems);
  const findings = await checkProofs(document, {
    cryptography: means.cryptography ?? hostCryptography(),
    findKey: keyFinder(trust, evidence.didDocuments ?? [], 'authentication'),
    purpose: 'authentication',
    forms: canonicalForms(means.loadContext),
  });
  const credentials: Verification[] = [];
  for (const shown of asList(document['verifiableCredential'])) {
    if (isObject(shown)) credentials.push(await verify(shown, evidence, trust, at, means));
  }
  return {
    checks: [
      { check: 'shape', outcome: 'passed', code: 'well-formed', problems: [] },
      proofCheck(document, findings),
      checkDates(document, at),
      checkHolder(document, findings),
      checkAsked(findings, asked),
    ],
    credentials,
  };
}

function refused(
  code: PresentationShapeCheck['code'],
  problems: Problem[],
): PresentationVerification {
  return { checks: [{ check: 'shape', outcome: 'failed', code, problems }], credentials: [] };
}
