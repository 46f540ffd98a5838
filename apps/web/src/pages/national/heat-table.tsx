import type { National, ShownCell } from '../../api/national.ts';
import { Table, type Column } from '../../components/table.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { percentOf } from './heat.ts';

interface Line {
  key: string;
  competency: string;
  group: string;
  /** Null where it is hidden. */
  cell: ShownCell | null;
}

/** Every figure of the picture, line by line. */
export function HeatTable({ national }: { national: National }) {
  const { t, words, number } = useWords();
  const titles = new Map(national.byCompetency.map(({ id, title }) => [id, words(title)]));
  const lines = national.matrix.rows.flatMap((row) =>
    row.cells.flatMap(({ competencyId, cell }): Line[] =>
      cell === null
        ? []
        : [
            {
              key: `${row.id}/${competencyId}`,
              competency: titles.get(competencyId) ?? '',
              group: words(row.title),
              cell: cell.hidden ? null : cell,
            },
          ],
    ),
  );
  const figure = (key: string, title: string, of: (cell: ShownCell) => string): Column<Line> => ({
    key,
    title,
    number: true,
    cell: ({ cell }) => (cell === null ? t('national.hidden') : of(cell)),
  });
  return (
    <Table
      caption={t('national.matrix')}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'competency',
          title: t('national.competency'),
          heads: true,
          cell: (line) => line.competency,
        },
        {
          key: 'group',
          title: t(`national.one.${national.matrix.by}`),
          cell: (line) => line.group,
        },
        figure('people', t('national.people'), (cell) => number(cell.headcount)),
        figure('required', t('national.required'), (cell) => number(cell.meanRequired, 1)),
        figure('held', t('national.held'), (cell) => number(cell.meanHeld, 1)),
        figure('share', t('national.share'), (cell) =>
          t('national.percent', { share: percentOf(cell.shareMeeting) }),
        ),
        figure('gap', t('national.missing'), (cell) => number(cell.sumGap)),
      ]}
    />
  );
}
