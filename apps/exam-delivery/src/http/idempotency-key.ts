import { Problem } from '#libs/service-kit';

/** As draft-ietf-httpapi-idempotency-key-header has it; what a client made up for this one intent. */
export function requireKey(key: string | undefined): string {
  if (key === undefined || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem('invalid', {
      reason: 'idempotency-key-missing',
      detail: 'Send an Idempotency-Key of 1 to 200 characters, new for each intent.',
    });
  return key;
}
