import { writeCsv } from '#libs/csv';
import type { Cell as CsvCell } from '#libs/csv';
import type { Cell } from '../domain/national/cells.ts';
import type { NationalView } from '../domain/national/national-view.ts';
import type { TrainingNeeds } from '../domain/national/training-needs.ts';
import type { Language, Text } from '../domain/framework/framework.ts';
import type { NationalHead } from '../use-cases/national.ts';

const FIGURES = ['people', 'mean_required', 'mean_held', 'share_meeting', 'sum_gap'];

const figures = (cell: Cell | null): CsvCell[] => {
  if (cell === null) return [null, null, null, null, null];
  if (cell.hidden) return FIGURES.map(() => 'hidden');
  const { headcount, meanRequired, meanHeld, shareMeeting, sumGap } = cell;
  return [headcount, meanRequired, meanHeld, shareMeeting, sumGap];
};

const rule = ({ suppression, asOf, framework }: NationalHead, language: Language): CsvCell[][] => [
  [`${framework.code} ${framework.version}`, asOf, suppression.rule[language]],
];

export function nationalCsv(view: NationalHead & NationalView, language: Language): string {
  const line = (
    dimension: string,
    { code, title, cell }: { code: string; title: Text; cell: Cell | null },
    competency: string | null = null,
  ) => [dimension, code, title[language], competency, ...figures(cell)];
  return writeCsv([
    ['dimension', 'code', 'title', 'competency', ...FIGURES],
    ...view.byRole.map((entry) => line('role', entry)),
    ...view.byCompetency.map((entry) => line('competency', entry)),
    ...view.byAgency.map((entry) => line('agency', entry)),
    ...view.byRegion.map((entry) => line('region', entry)),
    ...view.matrix.rows.flatMap((row) =>
      row.cells.map(({ competencyCode, cell }) =>
        line(`${view.matrix.by} x competency`, { ...row, cell }, competencyCode),
      ),
    ),
    ...rule(view, language),
  ]);
}

export function trainingNeedsCsv(needs: NationalHead & TrainingNeeds, language: Language): string {
  return writeCsv([
    ['rank', 'competency', 'title', 'role', ...FIGURES],
    ...needs.items.map((need) => [
      need.rank,
      need.code,
      need.title[language],
      need.role?.code ?? null,
      ...figures({ hidden: false, ...need }),
    ]),
    ...rule(needs, language),
  ]);
}
