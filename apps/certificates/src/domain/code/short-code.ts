// The code on paper: 16 characters of Crockford base32 (80 random bits) and Crockford's check symbol.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECK = `${ALPHABET}*~$=U`;
const LENGTH = 16;

/** From 10 random bytes; written in groups of four, as people read it aloud. */
export function shortCode(random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError('a code is made of 80 random bits');
  let value = 0n;
  for (const byte of random) value = (value << 8n) | BigInt(byte);
  let symbols = '';
  for (let i = LENGTH - 1; i >= 0; i--) {
    symbols += ALPHABET.charAt(Number((value >> BigInt(5 * i)) & 31n));
  }
  return symbols + checkSymbol(symbols);
}

export function formatCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * The code that somebody typed: hyphens and spaces dropped, o is 0, i and l are 1; null if its check
 * symbol does not fit. The caller must answer null and an unknown code alike.
 */
export function parseCode(typed: string): string | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '');
  const symbols = text.slice(0, LENGTH).replaceAll('O', '0').replace(/[IL]/g, '1');
  const check = text.slice(LENGTH).replaceAll('O', '0').replace(/[IL]/g, '1');
  if (![...symbols].every((symbol) => ALPHABET.includes(symbol))) return null;
  if (symbols.length !== LENGTH || check.length !== 1) return null;
  return checkSymbol(symbols) === check ? symbols + check : null;
}

function checkSymbol(symbols: string): string {
  let rest = 0;
  for (const symbol of symbols) rest = (rest * 32 + ALPHABET.indexOf(symbol)) % 37;
  return CHECK.charAt(rest);
}
