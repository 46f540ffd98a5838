import { contract } from '../contract.ts';
import { boolean, list, nullable, object, string, uuid } from '../json-schema.ts';

export const accountChanged = contract({
  name: 'account.changed',
  topic: 'account',
  summary: 'What an account may do now; no name, no e-mail.',
  data: object({
    accountId: uuid,
    person: nullable(uuid),
    agency: nullable(uuid),
    permissions: list(string),
    locked: boolean,
  }),
  example: {
    key: 'a0b1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c70',
    version: 1,
    data: {
      accountId: 'a0b1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c70',
      person: '9d0f7a52-7c2b-8a41-9d15-3b5a2f1e4c20',
      agency: null,
      permissions: ['exams.sit'],
      locked: false,
    },
  },
});
