// OWASP "CSV Injection": a cell that begins like a formula, full-width forms included, is one to a spreadsheet.
const formula = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n|%]/u;

function cell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",;\n\r\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface PractitionerRow {
  practitionerId: string;
  familyName: string;
  givenName: string;
  otherNames: string;
  agency: string;
  roles: string;
}

const columns = [
  'practitionerId',
  'familyName',
  'givenName',
  'otherNames',
  'agency',
  'roles',
] as const satisfies readonly (keyof PractitionerRow)[];

/** RFC 4180 with a byte order mark; a sitting's enrolment list reads the first column and passes over the others. */
export const practitionersCsv = (rows: readonly PractitionerRow[]): string =>
  `\ufeff${[columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('')}`;
