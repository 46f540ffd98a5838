import { asList, isObject, textOf } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import type { ProofFinding } from '../proof/check-proof.ts';
import type { Outcome } from '../verify/check.ts';
import { issuerOf } from '../verify/check-issuer.ts';
import type { Asked } from './present.ts';

export type HolderCheck = {
  check: 'holder';
  outcome: Outcome;
  code: 'holder-signed' | 'no-holder' | 'issuer-is-not-holder' | 'key-of-another' | 'not-signed';
  what: string;
};
export type AskedCheck = {
  check: 'asked';
  outcome: Outcome;
  code: 'as-asked' | 'another-challenge' | 'another-domain' | 'not-signed';
  what: string;
};

function signedOf(findings: readonly ProofFinding[]) {
  return findings.filter((one) => one.outcome === 'passed');
}

/**
 * The holder signed, with a key of his own (VCDM 2.0 §4.13); and a credential that he issued to himself
 * names him as its issuer ("Presentations Including Holder Claims").
 */
export function checkHolder(document: JsonObject, findings: readonly ProofFinding[]): HolderCheck {
  const { holder } = document;
  const id = textOf(isObject(holder) ? holder['id'] : holder);
  const methods = signedOf(findings).map((one) => one.verificationMethod);
  const answer = (outcome: Outcome, code: HolderCheck['code'], what: string): HolderCheck => {
    return { check: 'holder', outcome, code, what };
  };
  if (methods.length === 0) return answer('cannot-tell', 'not-signed', id ?? '');
  const own = asList(document['verifiableCredential'])
    .filter(isObject)
    .filter((shown) => {
      return asList(shown['proof']).some((proof) => {
        return isObject(proof) && methods.includes(textOf(proof['verificationMethod']) ?? '');
      });
    });
  if (id === null) return answer(own.length > 0 ? 'failed' : 'cannot-tell', 'no-holder', '');
  const other = own.find((shown) => issuerOf(shown) !== id);
  if (other !== undefined) return answer('failed', 'issuer-is-not-holder', issuerOf(other));
  const foreign = methods.find((method) => !method.startsWith(`${id}#`));
  return foreign === undefined
    ? answer('passed', 'holder-signed', id)
    : answer('failed', 'key-of-another', foreign);
}

/** VC Data Integrity 1.0 §2.1: else what was shown to somebody else is shown again. */
export function checkAsked(findings: readonly ProofFinding[], asked: Asked): AskedCheck {
  const answer = (outcome: Outcome, code: AskedCheck['code'], what: string): AskedCheck => {
    return { check: 'asked', outcome, code, what };
  };
  const signed = signedOf(findings);
  if (signed.length === 0) return answer('cannot-tell', 'not-signed', '');
  for (const { proof } of signed) {
    const { challenge, domain } = proof;
    if (challenge !== asked.challenge) {
      return answer('failed', 'another-challenge', textOf(challenge) ?? 'none');
    }
    if (!asList(domain).includes(asked.domain)) {
      return answer('failed', 'another-domain', textOf(domain) ?? 'none or several');
    }
  }
  return answer('passed', 'as-asked', `${asked.domain} ${asked.challenge}`);
}
