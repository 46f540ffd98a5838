// A draft becomes an Open Badges 3.0 AchievementCredential with a proof set of two: eddsa-rdfc-2022,
// which 1EdTech certifies, and eddsa-jcs-2022, which is quick to check and covers every byte.
import type { Cryptography } from '../cryptography/cryptography.ts';
import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { canonicalJson } from '../document/canonical-json.ts';
import type { JsonObject } from '../document/json.ts';
import type { Signer } from '../key/signer.ts';
import { proofOf } from '../proof/add-proof.ts';
import type { CanonicalForms } from '../proof/canonical-forms.ts';
import { canonicalRdf } from '../proof/canonical-rdf.ts';
import { OWN_CONTEXT } from '../proof/own-shape.ts';
import { checkDraft } from './draft.ts';
import type { CredentialDraft } from './draft.ts';

/** A signed AchievementCredential, its members in the order of RFC 8785. */
export type Credential = JsonObject;

/** Each form is asked for once here, so that none is kept. */
const forms: CanonicalForms = { json: canonicalJson, rdf: (document) => canonicalRdf(document) };

/**
 * Signs at `at`, which becomes the proofs' `created` (VC-DI-EdDSA 1.0 §3.2.1 and §3.3.1).
 * `malformed-draft` for a draft that would not be of our shape, `not-canonical` for a lone
 * surrogate.
 */
export async function issue(
  draft: CredentialDraft,
  signer: Signer,
  at: Date,
  cryptography: Cryptography = hostCryptography(),
): Promise<Credential> {
  const document = composeCredential(draft);
  const options = { created: at, purpose: 'assertionMethod' } as const;
  const byRdf = { ...options, cryptosuite: 'eddsa-rdfc-2022' } as const;
  const byJson = { ...options, cryptosuite: 'eddsa-jcs-2022' } as const;
  const proof = [
    await proofOf(document, signer, byRdf, cryptography, forms),
    await proofOf(document, signer, byJson, cryptography, forms),
  ];
  return { ...document, proof };
}

/**
 * The document that is signed, without proofs (Open Badges 3.0, "AchievementCredential");
 * `malformed-draft`.
 */
export function composeCredential(draft: CredentialDraft): JsonObject {
  checkDraft(draft);
  const { issuer, holder } = draft;
  // Members stand in the order of RFC 8785, so that the document as it is written is its JCS form.
  return {
    '@context': [...OWN_CONTEXT],
    ...(draft.status.length === 0 ? {} : { credentialStatus: draft.status.map(statusOf) }),
    credentialSubject: {
      achievement: achievementOf(draft.achievement),
      id: holder.id,
      ...(holder.name === null ? {} : { identifier: [identityOf(holder.name)] }),
      type: ['AchievementSubject'],
    },
    id: draft.id,
    issuer: {
      id: issuer.id,
      name: issuer.name,
      type: ['Profile'],
      ...(issuer.url === undefined ? {} : { url: issuer.url }),
    },
    name: draft.name,
    type: ['VerifiableCredential', 'AchievementCredential'],
    validFrom: draft.validFrom,
    validUntil: draft.validUntil,
  };
}

function identityOf(name: string): JsonObject {
  return { hashed: false, identityHash: name, identityType: 'name', type: 'IdentityObject' };
}

function achievementOf(achievement: CredentialDraft['achievement']): JsonObject {
  const { criteria } = achievement;
  return {
    achievementType: 'Certification',
    alignment: achievement.alignments.map((one, i) => ({
      id: `${achievement.id}#alignment-${i + 1}`,
      targetCode: one.code,
      ...(one.description === undefined ? {} : { targetDescription: one.description }),
      targetFramework: one.framework,
      targetName: one.name,
      targetType: 'ceasn:Competency',
      targetUrl: one.url,
      type: ['Alignment'],
    })),
    criteria: { id: criteria.id, narrative: criteria.narrative },
    description: achievement.description,
    id: achievement.id,
    name: achievement.name,
    type: ['Achievement'],
    version: achievement.version,
  };
}

function statusOf(entry: CredentialDraft['status'][number]): JsonObject {
  return {
    id: `${entry.list}#${entry.index}`,
    statusListCredential: entry.list,
    statusListIndex: String(entry.index),
    statusPurpose: entry.purpose,
    type: 'BitstringStatusListEntry',
  };
}
