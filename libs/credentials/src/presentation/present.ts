import { CREDENTIALS_V2 } from '../contexts/bundled.ts';
import { hostCryptography } from '../cryptography/host-cryptography.ts';
import type { JsonObject } from '../document/json.ts';
import type { Signer } from '../key/signer.ts';
import { addProof } from '../proof/add-proof.ts';

/** What the verifier asked: a challenge that he made up for this one time, and where he is. */
export interface Asked {
  challenge: string;
  domain: string;
}

/**
 * A presentation (VCDM 2.0 §4.13), signed by the holder for `asked`, as of `at`, with
 * eddsa-jcs-2022. Errors as of `canonicalJson`.
 */
export async function present(
  credentials: readonly JsonObject[],
  holder: { id: string; signer: Signer },
  asked: Asked,
  at: Date,
  cryptography = hostCryptography(),
): Promise<JsonObject> {
  const document: JsonObject = {
    '@context': [CREDENTIALS_V2],
    type: ['VerifiablePresentation'],
    holder: holder.id,
    verifiableCredential: [...credentials],
  };
  const cryptosuite = 'eddsa-jcs-2022';
  const options = { cryptosuite, created: at, purpose: 'authentication', ...asked } as const;
  return addProof(document, holder.signer, options, cryptography);
}
