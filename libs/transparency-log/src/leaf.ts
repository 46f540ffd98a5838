// What the log holds of a certificate: a commitment, so that nobody is found in it by guessing.
import { concat, fromBase64, utf8 } from './bytes.ts';
import { LogError } from './error.ts';
import { sha256 } from './sha256.ts';

/** `event` is the kind ("issued", "suspended" ...), `digest` of what is logged, `time` ISO 8601 in UTC. */
export type LogEvent = { event: string; certificateId: string; digest: string; time: string };

/** In bytes. */
export const SALT_LENGTH = 32;
const DOMAIN = utf8('sanad-certificate-log/leaf/v1\n');

/**
 * RFC 8785 of the event: four strings in the order of their names; JSON.stringify is JCS for
 * strings. `malformed-leaf` for a lone surrogate, which has no UTF-8.
 */
export function canonicalEvent({ certificateId, digest, event, time }: LogEvent): string {
  const strings = [certificateId, digest, event, time];
  if (!strings.every((text) => typeof text === 'string' && text.isWellFormed())) {
    throw new LogError('malformed-leaf', 'an event is four texts of well-formed Unicode');
  }
  return JSON.stringify({ certificateId, digest, event, time });
}

/**
 * The log's entry: SHA-256(domain || salt || JCS(event)), 32 bytes. The salt is 32 random bytes of
 * its own for each event; whoever has it and the event can open the commitment, nobody else.
 * `malformed-leaf` for a salt of another length or an event that JCS cannot write.
 */
export function leaf(event: LogEvent, salt: Uint8Array): Uint8Array {
  if (salt.length !== SALT_LENGTH) throw new LogError('malformed-leaf', 'a salt is 32 bytes');
  return sha256(concat(DOMAIN, salt, utf8(canonicalEvent(event))));
}

export function parseSalt(text: string): Uint8Array {
  const salt = fromBase64(text, 'malformed-leaf');
  if (salt.length !== SALT_LENGTH) throw new LogError('malformed-leaf', 'a salt is 32 bytes');
  return salt;
}
