import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Framework, ProfileItem } from '../../api/competency.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Standing } from './standing.ts';
import { Legend, Steps } from './steps.tsx';

export interface StandingTableProps {
  framework: Framework;
  standing: Standing;
  caption: string;
  /** Over what no role asks for. */
  beyond: string;
  nameOf: (item: ProfileItem) => string;
  /** What can be done about a row. */
  act?: (item: ProfileItem) => ReactNode;
}

/** One picture that is also its own table, gaps first: each row says in words what its steps show. */
export function StandingTable({
  framework,
  standing,
  caption,
  beyond,
  nameOf,
  act,
}: StandingTableProps) {
  const { t } = useWords();
  const groups = [
    { key: 'open', title: t('home.openOnes'), items: standing.open },
    { key: 'met', title: t('home.metOnes'), items: standing.met },
    { key: 'beyond', title: beyond, items: standing.beyond },
  ].filter(({ items }) => items.length > 0);
  return (
    <div className="standing">
      <Legend levels={framework.levels} />
      <table className="standing__table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('home.competency')}</span>
            </th>
            <th scope="col" className="standing__scale">
              <span className="unseen">{t('home.levels')}</span>
              <span className="steps steps--scale" aria-hidden>
                {framework.levels.map(({ level }) => (
                  <span key={level}>{level}</span>
                ))}
              </span>
            </th>
            <th scope="col">
              <span className="unseen">{t('home.standing')}</span>
            </th>
          </tr>
        </thead>
        {groups.map(({ key, title, items }) => (
          <tbody key={key}>
            <tr className="standing__group">
              <th colSpan={3} scope="rowgroup">
                {title} <span className="quiet figures">{items.length}</span>
              </th>
            </tr>
            {items.map((item) => (
              <Row key={item.competencyId} item={item} framework={framework} name={nameOf(item)}>
                {act?.(item)}
              </Row>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface RowProps {
  item: ProfileItem;
  framework: Framework;
  name: string;
  children: ReactNode;
}

function Row({ item, framework, name, children }: RowProps) {
  const { t, date } = useWords();
  const { frameworkId, version, levels } = framework;
  const { competencyCode, required, held, heldUntil } = item;
  return (
    <tr>
      <th scope="row">
        <Link to={`/frameworks/${frameworkId}/${version}/competencies/${competencyCode}`}>
          {name}
        </Link>
      </th>
      <td className="standing__steps">
        <Steps levels={levels.map(({ level }) => level)} required={required} held={held} />
      </td>
      <td className="standing__words">
        {required === 0
          ? t('home.heldOnly', { held })
          : held === 0
            ? t('home.noneRequired', { required })
            : t('home.heldRequired', { held, required })}
        {held > 0 && heldUntil !== null && (
          <span className="standing__until">{t('home.until', { date: date(heldUntil) })}</span>
        )}
        {children}
      </td>
    </tr>
  );
}
