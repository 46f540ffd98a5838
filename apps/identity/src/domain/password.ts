/** Rules for passwords people choose (NIST SP 800-63B: length counts, composition rules do not). */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

export type PasswordRefusal = 'too-short' | 'too-long' | 'contains-user-name' | 'too-simple';

export function judgePassword(
  password: string,
  userName: string,
): { outcome: 'accepted' } | { outcome: 'refused'; reason: PasswordRefusal } {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return { outcome: 'refused', reason: 'too-short' };
  if (length > LONGEST_PASSWORD) return { outcome: 'refused', reason: 'too-long' };
  if (userName.length > 3 && password.toLowerCase().includes(userName)) {
    return { outcome: 'refused', reason: 'contains-user-name' };
  }
  if (new Set(password.toLowerCase()).size < 5) return { outcome: 'refused', reason: 'too-simple' };
  return { outcome: 'accepted' };
}

// Crockford's base32: no letter that is mistaken for a digit when it is read out or copied by hand.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twenty letters from twenty random bytes: 100 bits, grouped for reading out. */
export function oneTimePassword(random: Uint8Array): string {
  const letters = Array.from(random, (byte) => LETTERS.charAt(byte & 31)).join('');
  return letters.match(/.{1,5}/g)?.join('-') ?? '';
}
