import { EntitySchema } from 'typeorm';
import type { Affiliation } from '../domain/practitioner/affiliation.ts';
import type { Practitioner } from '../domain/practitioner/practitioner.ts';

export interface PractitionerRow extends Practitioner {
  affiliationVersion: number;
}

export const PractitionerTable = new EntitySchema<PractitionerRow>({
  name: 'practitioner',
  columns: {
    practitionerId: { type: 'uuid', primary: true, name: 'practitioner_id' },
    givenName: { type: 'text', name: 'given_name' },
    familyName: { type: 'text', name: 'family_name' },
    otherNames: { type: 'text', name: 'other_names', nullable: true },
    version: { type: 'int' },
    affiliationVersion: { type: 'int', name: 'affiliation_version' },
  },
});

export interface AffiliationRow extends Affiliation {
  affiliationId: string;
  practitionerId: string;
}

export const AffiliationTable = new EntitySchema<AffiliationRow>({
  name: 'affiliation',
  columns: {
    affiliationId: { type: 'uuid', primary: true, name: 'affiliation_id' },
    practitionerId: { type: 'uuid', name: 'practitioner_id' },
    agencyId: { type: 'uuid', name: 'agency_id' },
    roleIds: { type: 'uuid', array: true, name: 'role_ids' },
    from: { type: 'date', name: 'from_date' },
    to: { type: 'date', name: 'to_date', nullable: true },
  },
});
