import type { PublishedFramework, Text } from '../framework/framework.ts';
import type { Cell } from './cells.ts';
import type { CellOf, NationalFilter } from './national-view.ts';

type ShownCell = Extract<Cell, { hidden: false }>;

export interface TrainingNeed extends Omit<ShownCell, 'hidden'> {
  rank: number;
  competencyId: string;
  code: string;
  title: Text;
  group: string;
  /** Null: everybody whom the filter leaves. */
  role: { roleId: string; code: string; title: Text } | null;
}

export interface TrainingNeeds {
  items: TrainingNeed[];
  total: number;
  /** How many needs could not be ranked, because their group is too small to be told of. */
  hidden: number;
}

/** Where training closes most: by sum of (gap x people who have it), the largest first. */
export function trainingNeeds(
  framework: PublishedFramework,
  cellOf: CellOf,
  filter: NationalFilter,
  by: 'competency' | 'role',
): TrainingNeeds {
  const roles =
    by === 'role'
      ? framework.roles.filter(({ roleId }) => filter.roleId === null || roleId === filter.roleId)
      : [null];
  const found = framework.competencies.flatMap(({ competencyId, code, title, group }) =>
    roles.flatMap((role) => {
      const cell = cellOf({ ...filter, roleId: role?.roleId ?? filter.roleId }, competencyId);
      return cell === undefined ? [] : [{ competencyId, code, title, group, role, cell }];
    }),
  );
  const items = found
    .flatMap(({ cell, ...need }) => {
      if (cell.hidden || cell.sumGap === 0) return [];
      const { hidden: _shown, ...figures } = cell;
      return [{ ...need, ...figures }];
    })
    .toSorted(
      (a, b) =>
        b.sumGap - a.sumGap ||
        a.code.localeCompare(b.code) ||
        (a.role?.code ?? '').localeCompare(b.role?.code ?? ''),
    )
    .map((need, at) => ({ ...need, rank: at + 1 }));
  return { items, total: items.length, hidden: found.filter(({ cell }) => cell.hidden).length };
}
