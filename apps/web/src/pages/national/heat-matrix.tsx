import { Link } from 'react-router';
import type { Framework } from '../../api/competency.ts';
import type { Cell, National } from '../../api/national.ts';
import { useWords } from '../../i18n/use-words.ts';
import { heatOf, percentOf } from './heat.ts';

/** Competencies against roles (or agencies, or regions): one picture that is a table to those who hear it. */
export function HeatMatrix({ national, framework }: { national: National; framework: Framework }) {
  const { t, words } = useWords();
  const { rows: columns, by } = national.matrix;
  const totals = {
    role: national.byRole,
    agency: national.byAgency,
    region: national.byRegion,
  }[by];
  const groups = [...new Set(national.byCompetency.map(({ group }) => group))];
  const { frameworkId, version } = framework;
  return (
    <section
      className="table-frame heat-frame"
      {...{ 'aria-label': t('national.matrix'), tabIndex: 0 }}
    >
      <table className="heat">
        <caption className="unseen">
          {t('national.matrix')}. {t('national.matrixText')}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('national.competency')}</span>
            </th>
            <th scope="col" className="heat__all">
              {t('national.together')}
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {words(column.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className="heat__all">
              {t('national.everything')}
            </th>
            <HeatCell cell={national.total} />
            {columns.map((column) => (
              <HeatCell
                key={column.id}
                cell={totals.find(({ id }) => id === column.id)?.cell ?? null}
              />
            ))}
          </tr>
        </tbody>
        {groups.map((group) => (
          <tbody key={group}>
            {national.byCompetency
              .filter((competency) => competency.group === group)
              .map((competency) => (
                <tr key={competency.id}>
                  <th scope="row">
                    <Link
                      to={`/frameworks/${frameworkId}/${version}/competencies/${competency.code}`}
                    >
                      {words(competency.title)}
                    </Link>
                  </th>
                  <HeatCell cell={competency.cell} />
                  {columns.map((column) => (
                    <HeatCell
                      key={column.id}
                      cell={
                        column.cells.find((each) => each.competencyId === competency.id)?.cell ??
                        null
                      }
                    />
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function HeatCell({ cell }: { cell: Cell }) {
  const { t, number } = useWords();
  const heat = `heat__cell heat__cell--${heatOf(cell)}`;
  if (cell === null) {
    return (
      <td className={heat}>
        <span aria-hidden>·</span>
        <span className="unseen">{t('national.notRequired')}</span>
      </td>
    );
  }
  if (cell.hidden) return <td className={heat}>{t('national.hidden')}</td>;
  const { shareMeeting, meanHeld, meanRequired } = cell;
  return (
    <td className={heat}>
      <span className="heat__share">
        {t('national.percent', { share: percentOf(shareMeeting) })}
      </span>{' '}
      <span className="heat__levels">
        {t('national.heldOf', {
          held: number(meanHeld, 1),
          required: number(meanRequired, Number.isInteger(meanRequired) ? 0 : 1),
        })}
      </span>
    </td>
  );
}
