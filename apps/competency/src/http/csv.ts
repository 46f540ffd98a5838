/** A spreadsheet runs what begins like a formula, so such text gets an apostrophe before it. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

export type CsvValue = string | number | null;

const field = (value: CsvValue): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** RFC 4180, in UTF-8 with a byte order mark: spreadsheets read Cyrillic wrongly without. */
export const csv = (rows: readonly (readonly CsvValue[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
