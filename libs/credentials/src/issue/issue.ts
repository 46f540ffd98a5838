// A draft becomes an Open Badges 3.0 AchievementCredential with a proof set of two: eddsa-rdfc-2022,
// which 1EdTech certifies, and eddsa-jcs-2022, which is quick to check and covers every byte.
import type { Cryptography } from '../cryptography/cryptography.ts';
import { hostCryptography } from '../cryptography/host-cryptography.ts';
import type { JsonObject } from '../document/json.ts';
import type { Signer } from '../key/signer.ts';
import { addProof } from '../proof/add-proof.ts';
import { canonicalForms } from '../proof/canonical-forms.ts';
import { OWN_CONTEXT } from '../proof/own-shape.ts';
import { checkDraft } from './draft.ts';
import type { CredentialDraft } from './draft.ts';

export type Credential = JsonObject;

/** Signs at `at`, which becomes the proofs' `created`; refuses a draft that would not be of our shape. */
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
  const forms = canonicalForms();
  const first = await addProof(document, signer, byRdf, cryptography, forms);
  return addProof(first, signer, byJson, cryptography, forms);
}

/** The document that is signed, without proofs. */
export function composeCredential(draft: CredentialDraft): JsonObject {
  checkDraft(draft);
  const { issuer, holder } = draft;
  return {
    '@context': [...OWN_CONTEXT],
    id: draft.id,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: draft.name,
    issuer: {
      id: issuer.id,
      type: ['Profile'],
      name: issuer.name,
      ...(issuer.url === undefined ? {} : { url: issuer.url }),
    },
    validFrom: draft.validFrom,
    validUntil: draft.validUntil,
    credentialSubject: {
      id: holder.id,
      type: ['AchievementSubject'],
      ...(holder.name === null ? {} : { identifier: [identityOf(holder.name)] }),
      achievement: achievementOf(draft.achievement),
    },
    ...(draft.status.length === 0 ? {} : { credentialStatus: draft.status.map(statusOf) }),
  };
}

function identityOf(name: string): JsonObject {
  return { type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' };
}

function achievementOf(achievement: CredentialDraft['achievement']): JsonObject {
  return {
    id: achievement.id,
    type: ['Achievement'],
    achievementType: 'Certification',
    name: achievement.name,
    description: achievement.description,
    version: achievement.version,
    criteria: { ...achievement.criteria },
    alignment: achievement.alignments.map((one, i) => ({
      id: `${achievement.id}#alignment-${i + 1}`,
      type: ['Alignment'],
      targetType: 'ceasn:Competency',
      targetCode: one.code,
      targetName: one.name,
      ...(one.description === undefined ? {} : { targetDescription: one.description }),
      targetFramework: one.framework,
      targetUrl: one.url,
    })),
  };
}

function statusOf(entry: CredentialDraft['status'][number]): JsonObject {
  return {
    id: `${entry.list}#${entry.index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: entry.purpose,
    statusListIndex: String(entry.index),
    statusListCredential: entry.list,
  };
}
