import { contract } from '../contract.ts';
import {
  boolean,
  list,
  nothing,
  object,
  optional,
  positive,
  string,
  uuid,
} from '../json-schema.ts';

// The only topic in which a person's name travels; certificates alone reads it.
export const practitionerChanged = contract({
  name: 'practitioner.changed',
  topic: 'practitioner',
  summary: "A practitioner's name as it stands now: the whole state.",
  data: object({
    practitionerId: uuid,
    givenName: string,
    familyName: string,
    otherNames: optional(string),
    version: positive,
  }),
  example: {
    key: '9d0f7a52-7c2b-8a41-9d15-3b5a2f1e4c20',
    version: 3,
    data: {
      practitionerId: '9d0f7a52-7c2b-8a41-9d15-3b5a2f1e4c20',
      givenName: 'Zarina',
      familyName: 'Rahimova',
      version: 3,
    },
  },
});

export const practitionerErased = contract({
  name: 'practitioner.erased',
  topic: 'practitioner',
  summary: 'A tombstone: the name is to be forgotten, here and in every copy.',
  data: nothing,
  example: { key: '9d0f7a52-7c2b-8a41-9d15-3b5a2f1e4c20', version: 4, data: null },
});

export const affiliationChanged = contract({
  name: 'affiliation.changed',
  topic: 'affiliation',
  summary: 'Where a practitioner serves and in which roles, by ids.',
  data: object({
    practitionerId: uuid,
    agencyId: uuid,
    region: string,
    roleIds: list(uuid),
    active: boolean,
  }),
  example: {
    key: '9d0f7a52-7c2b-8a41-9d15-3b5a2f1e4c20',
    version: 1,
    data: {
      practitionerId: '9d0f7a52-7c2b-8a41-9d15-3b5a2f1e4c20',
      agencyId: '51b7a0c2-0d61-4f0a-8c11-6a8d1f2b3c21',
      region: 'dushanbe',
      roleIds: ['2b4f0f3e-8f39-4b7e-b3a9-7c1f6f0d5a12'],
      active: true,
    },
  },
});
