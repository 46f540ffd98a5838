// The credential that carries a status list (Bitstring Status List 1.0 §2.2).
import { CREDENTIALS_V2 } from '../contexts/bundled.ts';
import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { formatInstant } from '../document/date-time.ts';
import type { JsonObject } from '../document/json.ts';
import type { Signer } from '../key/signer.ts';
import { addProof } from '../proof/add-proof.ts';
import { encodeBits } from './encoded-list.ts';

/** The purposes of Bitstring Status List 1.0 §2.2 that are issued here. */
export type StatusPurpose = 'revocation' | 'suspension';

/** A list to be signed; `issuer` is the DID, `bits` what `createBits` and `withBit` make. */
export interface StatusListDraft {
  /** Where the list is published; what credentials name as their statusListCredential. */
  id: string;
  issuer: string;
  purpose: StatusPurpose;
  bits: Uint8Array;
  /** How long a reader may go on using his copy, in seconds. */
  ttl: number;
}

/**
 * A signed BitstringStatusListCredential as of `at` (Bitstring Status List 1.0 §3.1); a reader
 * takes it for old after `ttl`, which the document has in milliseconds. The proof is
 * eddsa-jcs-2022: it covers every byte of the document and is the quickest to check. Errors as of
 * `canonicalJson`.
 */
export async function issueStatusList(
  draft: StatusListDraft,
  signer: Signer,
  at: Date,
  cryptography = hostCryptography(),
): Promise<JsonObject> {
  const document: JsonObject = {
    '@context': [CREDENTIALS_V2],
    id: draft.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: draft.issuer,
    validFrom: formatInstant(at),
    validUntil: formatInstant(new Date(at.getTime() + draft.ttl * 1000)),
    credentialSubject: {
      id: `${draft.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: draft.purpose,
      encodedList: await encodeBits(draft.bits, cryptography),
      ttl: draft.ttl * 1000,
    },
  };
  const options = {
    cryptosuite: 'eddsa-jcs-2022',
    created: at,
    purpose: 'assertionMethod',
  } as const;
  return addProof(document, signer, options, cryptography);
}
