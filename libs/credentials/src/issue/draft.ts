import { CredentialsError } from '../credentials-error.ts';
import { instantOf } from '../document/date-time.ts';
import { isPlainIri } from '../proof/n-quads.ts';
import type { StatusPurpose } from '../status/status-list.ts';

/** A competency at a level, as a published version of a framework has it. */
export interface AlignmentDraft {
  /** The public page of that competency and level in that framework version. */
  url: string;
  /** e.g. 'EV3:2', by which a machine knows competency and level: see `alignmentCode`. */
  code: string;
  /** e.g. 'Preserve; chain of custody, level 2 (Working)'. */
  name: string;
  description?: string;
  /** The framework's name and version. */
  framework: string;
}

/** An entry of Bitstring Status List 1.0 §2.1; `index` from 0, chosen at random by the caller. */
export interface StatusEntryDraft {
  purpose: StatusPurpose;
  /** URL of the status list credential. */
  list: string;
  index: number;
}

/** All that a certificate says. Ids and addresses are absolute ASCII IRIs; dates are dateTimeStamps. */
export interface CredentialDraft {
  id: string;
  name: string;
  issuer: { id: string; name: string; url?: string };
  /** `name` null: the certificate names its holder by the id alone. */
  holder: { id: string; name: string | null };
  achievement: {
    /** The scheme, or the role qualification, in this version. */
    id: string;
    name: string;
    description: string;
    version: string;
    criteria: { id: string; narrative: string };
    alignments: AlignmentDraft[];
  };
  validFrom: string;
  validUntil: string;
  status: StatusEntryDraft[];
}

/** The targetCode of an alignment (Open Badges 3.0, "Alignment"): competency code, colon, level. */
export function alignmentCode(competency: string, level: number): string {
  return `${competency}:${level}`;
}

export function checkDraft(draft: CredentialDraft): void {
  const iris: [string, string | undefined][] = [
    ['id', draft.id],
    ['issuer.id', draft.issuer.id],
    ['issuer.url', draft.issuer.url],
    ['holder.id', draft.holder.id],
    ['achievement.id', draft.achievement.id],
    ['achievement.criteria.id', draft.achievement.criteria.id],
    ...draft.achievement.alignments.map(({ url }): [string, string] => ['alignments.url', url]),
    ...draft.status.map(({ list }): [string, string] => ['status.list', list]),
  ];
  for (const [path, iri] of iris) {
    if (iri !== undefined && !isPlainIri(iri)) throw malformed(`${path}: no absolute ASCII IRI`);
  }
  for (const id of [draft.achievement.id, ...draft.status.map(({ list }) => list)]) {
    if (id.includes('#')) throw malformed(`${id}: a fragment is put after it`);
  }
  const from = instantOf(draft.validFrom);
  const until = instantOf(draft.validUntil);
  if (from === null || until === null) throw malformed('validFrom, validUntil: dateTimeStamps');
  if (until < from) throw malformed('validUntil is before validFrom');
  if (draft.achievement.alignments.length === 0) throw malformed('no alignment');
  for (const { index } of draft.status) {
    if (!Number.isSafeInteger(index) || index < 0) throw malformed('status.index: a whole number');
  }
}

function malformed(why: string): CredentialsError {
  return new CredentialsError('malformed-draft', why);
}
