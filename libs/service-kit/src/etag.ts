import { Problem } from './problem.ts';

/** A strong ETag of a row's version (RFC 9110 §8.8.3). */
export const etag = (version: number): string => `"${version}"`;

/** An edit says which version it changes; without, 428; with another, 412 (RFC 6585 §3, RFC 9110 §13.1.1). */
export function requireMatch(ifMatch: string | undefined, version: number): void {
  if (ifMatch === undefined || ifMatch === '') {
    throw new Problem('precondition-required', {
      detail: 'Send If-Match with the ETag of the version that you read.',
    });
  }
  const listed = ifMatch.split(',').map((tag) => tag.trim());
  if (!listed.includes(etag(version))) {
    throw new Problem('precondition-failed', { detail: 'Read it again, then repeat your change.' });
  }
}

/** For acts that a program may do unread; the pages send what was read with each. */
export function requireMatchIfSent(ifMatch: string | undefined, version: number): void {
  if (ifMatch !== undefined) requireMatch(ifMatch, version);
}
