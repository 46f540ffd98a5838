import type { PublishedFramework, Text } from '../framework/framework.ts';
import type { Agency, Region } from '../practitioner/agency.ts';
import type { Cell } from './cells.ts';
import type { Group } from './group.ts';

export interface NationalFilter {
  roleId: string | null;
  place: Group['place'];
}

export type MatrixBy = 'role' | 'agency' | 'region';

export interface Labelled {
  id: string;
  code: string;
  title: Text;
  cell: Cell | null;
}

export interface MatrixRow {
  id: string;
  code: string;
  title: Text;
  cells: { competencyId: string; competencyCode: string; cell: Cell | null }[];
}

export interface NationalView {
  total: Cell | null;
  byRole: Labelled[];
  byCompetency: (Labelled & { group: string })[];
  byAgency: (Labelled & { region: string })[];
  byRegion: Labelled[];
  matrix: { by: MatrixBy; rows: MatrixRow[] };
}

export type CellOf = (group: Group, competencyId: string | null) => Cell | undefined;

/** Required against held, from every side that the filter leaves open; null where nobody is asked. */
export function nationalView(
  framework: PublishedFramework,
  where: { agencies: readonly Agency[]; regions: readonly Region[] },
  cellOf: CellOf,
  filter: NationalFilter,
  by: MatrixBy,
): NationalView {
  const { roleId, place } = filter;
  const cell = (group: Group, competencyId: string | null) => cellOf(group, competencyId) ?? null;
  const roles = framework.roles.filter((role) => roleId === null || role.roleId === roleId);
  const agencies = where.agencies.filter(
    ({ agencyId, region }) =>
      place === null || place.id === (place.kind === 'agency' ? agencyId : region),
  );
  const regions = where.regions.filter(
    ({ code }) => place === null || (place.kind === 'region' && place.id === code),
  );
  const lines: Record<MatrixBy, { group: Group; id: string; code: string; title: Text }[]> = {
    role: roles.map((role) => ({
      group: { roleId: role.roleId, place },
      id: role.roleId,
      code: role.code,
      title: role.title,
    })),
    agency: agencies.map((agency) => ({
      group: { roleId, place: { kind: 'agency', id: agency.agencyId } },
      id: agency.agencyId,
      code: agency.code,
      title: agency.title,
    })),
    region: regions.map((region) => ({
      group: { roleId, place: { kind: 'region', id: region.code } },
      id: region.code,
      code: region.code,
      title: region.title,
    })),
  };
  const labelled = (kind: MatrixBy): Labelled[] =>
    lines[kind].map(({ group, ...label }) => ({ ...label, cell: cell(group, null) }));
  return {
    total: cell(filter, null),
    byRole: labelled('role'),
    byCompetency: framework.competencies.map(({ competencyId, code, title, group }) => ({
      id: competencyId,
      code,
      title,
      group,
      cell: cell(filter, competencyId),
    })),
    byAgency: labelled('agency').map((line, at) => ({
      ...line,
      region: agencies[at]?.region ?? '',
    })),
    byRegion: labelled('region'),
    matrix: {
      by,
      rows: lines[by].map(({ group, ...label }) => ({
        ...label,
        cells: framework.competencies.map(({ competencyId, code }) => ({
          competencyId,
          competencyCode: code,
          cell: cell(group, competencyId),
        })),
      })),
    },
  };
}
