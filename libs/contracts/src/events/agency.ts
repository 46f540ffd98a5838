import { contract } from '../contract.ts';
import { object, string, uuid, words } from '../json-schema.ts';

export const agencyChanged = contract({
  name: 'agency.changed',
  topic: 'agency',
  summary: 'An agency as it stands now.',
  data: object({ agencyId: uuid, code: string, title: words, kind: string, region: string }),
  example: {
    key: '51b7a0c2-0d61-4f0a-8c11-6a8d1f2b3c21',
    version: 1,
    data: {
      agencyId: '51b7a0c2-0d61-4f0a-8c11-6a8d1f2b3c21',
      code: 'MIA-DU',
      title: { en: 'Cyber unit, Dushanbe', ru: 'Киберотдел, Душанбе', tg: 'Шуъбаи кибер, Душанбе' },
      kind: 'police',
      region: 'dushanbe',
    },
  },
});
