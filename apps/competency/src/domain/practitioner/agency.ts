import type { Text } from '../framework/framework.ts';

export const AGENCY_KINDS = [
  'police',
  'forensic-laboratory',
  'prosecution',
  'court',
  'supervision',
  'academy',
  'other',
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export interface Region {
  code: string;
  title: Text;
}

export interface Agency {
  agencyId: string;
  code: string;
  title: Text;
  kind: AgencyKind;
  region: string;
  version: number;
}
