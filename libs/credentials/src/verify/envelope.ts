// A credential or presentation inside of a token (VCDM 2.0 §4.13, "Enveloped Verifiable Credentials" and
// "Enveloped Verifiable Presentations"). JOSE and COSE are not read here: what it says and whose it is
// cannot be told, which is not the same as a document that breaks the model.
import { CREDENTIALS_V2 } from '../contexts/bundled.ts';
import { asList, textOf } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import type { ProofCheck } from './check.ts';

type Envelope = 'EnvelopedVerifiableCredential' | 'EnvelopedVerifiablePresentation';

/** "cannot tell" for an envelope of this type; null for anything else. */
export function envelopeCheck(document: JsonObject, envelope: Envelope): ProofCheck | null {
  const { id, type, '@context': context } = document;
  const [, media] = /^data:([^,;]*)[,;]/u.exec(textOf(id) ?? '') ?? [];
  const types = asList(type);
  const isOne = types.length === 1 && types[0] === envelope;
  if (!isOne || media === undefined || !asList(context).includes(CREDENTIALS_V2)) return null;
  return {
    check: 'proof',
    outcome: 'cannot-tell',
    code: 'suite-unknown',
    what: `${envelope}: ${media}`,
    against: 'VC Data Integrity 1.0',
    asOf: null,
  };
}
