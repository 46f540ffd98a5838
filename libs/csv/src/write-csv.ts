// CSV (RFC 4180) that a spreadsheet will not run. OWASP "CSV Injection": a cell that begins with = + - @, a tab or
// a carriage return is a formula to a spreadsheet, and so are their full-width forms in some locales.

export type Cell = string | number | boolean | null;

const formula = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n|%]/u;

function safe(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\n\r\t']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Begins with a byte order mark: without it a spreadsheet shows Tajik and Russian letters wrongly. */
export const writeCsv = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => row.map(safe).join(',')).join('\r\n')}\r\n`;
