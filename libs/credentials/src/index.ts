export { CredentialsError } from './credentials-error.ts';
export type { CredentialsErrorCode } from './credentials-error.ts';
export type { Json, JsonObject } from './document/json.ts';
export { parseJson } from './document/strict-json.ts';
export { canonicalJson } from './document/canonical-json.ts';

export { hostCryptography } from './cryptography/host-cryptography.ts';
export { webCryptography } from './cryptography/web-cryptography.ts';
export type { Cryptography } from './cryptography/cryptography.ts';
export { keyPairFromSeed, signerFromSeed } from './key/signer.ts';
export type { KeyPair, Signer } from './key/signer.ts';
export {
  formatMultikey,
  formatSecretMultikey,
  parseMultikey,
  parseSecretMultikey,
} from './key/multikey.ts';
export type { PublicKey } from './key/multikey.ts';

export { didWebDocument, didWebOf, didWebUrl } from './did/did-web.ts';
export type { HistoricKey } from './did/did-web.ts';
export { didKeyDocument, didKeyMethod, didKeyOf } from './did/did-key.ts';

export { composeCredential, issue } from './issue/issue.ts';
export type { Credential } from './issue/issue.ts';
export { alignmentCode } from './issue/draft.ts';
export type { AlignmentDraft, CredentialDraft, StatusEntryDraft } from './issue/draft.ts';
export { addProof } from './proof/add-proof.ts';
export type { ProofOptions } from './proof/add-proof.ts';
export { canonicalForms } from './proof/canonical-forms.ts';
export type { CanonicalForms } from './proof/canonical-forms.ts';
export { canonicalRdf } from './proof/canonical-rdf.ts';
export type { LoadContext } from './proof/canonical-rdf.ts';

export { FEWEST_ENTRIES, bitAt, createBits, withBit } from './status/bitstring.ts';
export { decodeBits, encodeBits } from './status/encoded-list.ts';
export { issueStatusList } from './status/status-list.ts';
export type { StatusListDraft, StatusPurpose } from './status/status-list.ts';

export { bundledContext } from './contexts/bundled.ts';
export { parseTrust } from './trust/trust.ts';
export type { Trust, TrustedIssuer } from './trust/trust.ts';
export { credentialDigest, verify } from './verify/verify.ts';
export { openStatusList } from './verify/open-status-list.ts';
export type { OpenedStatusList } from './verify/opened-status-list.ts';
export type * from './verify/check.ts';
export type { CheckLog, Evidence, File, LogFinding, Means } from './verify/evidence.ts';
export type { Problem } from './model/problem.ts';

export { rosette } from './rosette/rosette.ts';
export type { Rosette, RosetteCurve } from './rosette/rosette.ts';
export { present } from './presentation/present.ts';
export type { Asked } from './presentation/present.ts';
export { verifyPresentation } from './presentation/verify-presentation.ts';
export type { PresentationVerification } from './presentation/verify-presentation.ts';
