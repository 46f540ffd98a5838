import { EntitySchema } from 'typeorm';
import type { Agency, Region } from '../domain/practitioner/agency.ts';

export const RegionTable = new EntitySchema<Region>({
  name: 'region',
  columns: { code: { type: 'text', primary: true }, title: { type: 'jsonb' } },
});

export const AgencyTable = new EntitySchema<Agency>({
  name: 'agency',
  columns: {
    agencyId: { type: 'uuid', primary: true, name: 'agency_id' },
    code: { type: 'text' },
    title: { type: 'jsonb' },
    kind: { type: 'text' },
    region: { type: 'text' },
    version: { type: 'int' },
  },
});
