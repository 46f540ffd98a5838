import type { JsonObject } from '#libs/credentials';

export interface ToldByFile {
  holder: string | null;
  issuer: string | null;
  achievement: string | null;
  validFrom: string | null;
  validUntil: string | null;
}

/** What a file says of itself; the checks say how far that is to be believed. */
export function readCredential(credential: JsonObject): ToldByFile {
  const subject = object(credential['credentialSubject']);
  const issuer = credential['issuer'];
  return {
    holder: holderOf(subject),
    issuer: text(object(issuer)['name']) ?? text(issuer),
    achievement: text(object(subject['achievement'])['name']) ?? text(credential['name']),
    validFrom: text(credential['validFrom']),
    validUntil: text(credential['validUntil']),
  };
}

/** Open Badges 3.0 §B: the name stands in the subject's identifier of type name, or beside it. */
function holderOf(subject: Record<string, unknown>): string | null {
  const identifiers = Array.isArray(subject['identifier']) ? subject['identifier'] : [];
  for (const each of identifiers) {
    const { identityType, identityHash } = object(each);
    if (identityType === 'name') return text(identityHash);
  }
  return text(subject['name']);
}

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
