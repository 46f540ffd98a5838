export interface PersonName {
  givenName: string;
  familyName: string;
  otherNames: string | null;
}

export interface Practitioner extends PersonName {
  practitionerId: string;
  version: number;
}

/** Family name first, as records and lists of the field have it. */
export const fullName = ({ familyName, givenName, otherNames }: PersonName): string =>
  [familyName, givenName, otherNames].filter((part) => part !== null && part !== '').join(' ');
