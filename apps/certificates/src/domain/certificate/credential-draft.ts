// What the signed document of a certificate says. Accommodations and scores are nowhere in it.
import { alignmentCode } from '#libs/credentials';
import type { CredentialDraft } from '#libs/credentials';
import type { Framework, Scheme } from '../scheme/scheme.ts';
import { lastSecondOf } from '../zone-day.ts';
import type { LegalDate } from '../words.ts';
import { certificateUrn } from './certificate-event.ts';

export type IssuingBody = {
  readonly did: string;
  readonly name: string;
  readonly publicOrigin: string;
  readonly zone: string;
};

export type CredentialParts = {
  readonly certificateId: string;
  readonly holder: { readonly id: string; readonly name: string };
  readonly scheme: Scheme;
  readonly framework: Framework;
  readonly issuedAt: Date;
  readonly expires: LegalDate;
  readonly status: CredentialDraft['status'];
};

export function credentialDraft(parts: CredentialParts, body: IssuingBody): CredentialDraft {
  const { scheme, framework } = parts;
  const address = schemeAddress(body.publicOrigin, scheme);
  return {
    id: certificateUrn(parts.certificateId),
    name: scheme.title.en,
    issuer: { id: body.did, name: body.name, url: body.publicOrigin },
    holder: { id: certificateUrn(parts.holder.id), name: parts.holder.name },
    achievement: {
      id: address,
      name: scheme.title.en,
      description: scheme.description.en,
      version: String(scheme.version),
      criteria: { id: `${address}#criteria`, narrative: narrativeOf(scheme, framework) },
      alignments: scopeOf(scheme, framework).map((one) => ({
        url: competencyAddress(body.publicOrigin, framework, one.code),
        code: alignmentCode(one.code, one.level),
        name: `${one.code} ${one.title.en}, level ${one.level} (${one.levelTitle.en})`,
        framework: `${framework.title.en} (${framework.code}), version ${framework.version}`,
      })),
    },
    validFrom: secondOf(parts.issuedAt),
    validUntil: lastSecondOf(parts.expires, body.zone),
    status: parts.status,
  };
}

export type Scope = {
  readonly competencyId: string;
  readonly code: string;
  readonly title: Framework['title'];
  readonly level: number;
  readonly levelTitle: Framework['title'];
};

/** The competencies and levels that a scheme certifies, in the framework's words. */
export function scopeOf(scheme: Scheme, framework: Framework): Scope[] {
  return scheme.requirements.map(({ competencyId, level }) => {
    const competency = framework.competencies.find((one) => one.competencyId === competencyId);
    const step = framework.levels.find((one) => one.level === level);
    if (competency === undefined || step === undefined) {
      throw new Error(`scheme ${scheme.id} names what framework ${framework.version} lacks`);
    }
    const { code, title } = competency;
    return { competencyId, code, title, level, levelTitle: step.title };
  });
}

/** The public page of a competency in this version: what an alignment points to. */
export function competencyAddress(origin: string, framework: Framework, code: string): string {
  const page = `${origin}/frameworks/${framework.frameworkId}/${framework.version}/competencies`;
  return `${page}/${encodeURIComponent(code)}`;
}

export function schemeAddress(origin: string, { id, version }: Scheme): string {
  return `${origin}/api/certificates/public/schemes/${id}/${version}`;
}

function narrativeOf(scheme: Scheme, framework: Framework): string {
  const parts = scopeOf(scheme, framework).map(({ code, level }, i) => {
    const kinds = scheme.requirements[i]?.evidence ?? [];
    return `${code} at level ${level}${kinds.length === 0 ? '' : ` by ${kinds.join(' and ')}`}`;
  });
  return `Attained: ${parts.join('; ')}. Valid for at most ${scheme.validityMonths} months.`;
}

function secondOf(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
