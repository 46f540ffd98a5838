import { writeCsv } from '#libs/csv';

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

/** A sitting's enrolment list reads the first column and passes over the others. */
export const practitionersCsv = (rows: readonly PractitionerRow[]): string =>
  writeCsv([columns, ...rows.map((row) => columns.map((column) => row[column]))]);
