import { Link } from 'react-router';
import type { Framework, ProfileItem } from '../../../api/competency.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { standing } from '../../home/standing.ts';
import { Legend, Steps } from '../../home/steps.tsx';
import '../../home/home.css';

export interface PersonStandingProps {
  framework: Framework;
  items: readonly ProfileItem[];
}

/** What somebody's roles require of one framework and what is held, gaps first; each row in words, too. */
export function PersonStanding({ framework, items }: PersonStandingProps) {
  const { t, words } = useWords();
  const { open, met, beyond } = standing(items);
  const groups = [
    { key: 'open', title: t('home.openOnes'), rows: open },
    { key: 'met', title: t('home.metOnes'), rows: met },
    { key: 'beyond', title: t('practitioners.otherOnes'), rows: beyond },
  ].filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return null;
  return (
    <div className="standing">
      <Legend levels={framework.levels} />
      <table className="standing__table">
        <caption className="unseen">{words(framework.title)}</caption>
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
        {groups.map(({ key, title, rows }) => (
          <tbody key={key}>
            <tr className="standing__group">
              <th colSpan={3} scope="rowgroup">
                {title} <span className="quiet figures">{rows.length}</span>
              </th>
            </tr>
            {rows.map((item) => (
              <Row key={item.competencyId} item={item} framework={framework} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Row({ item, framework }: { item: ProfileItem; framework: Framework }) {
  const { t, words, date } = useWords();
  const { competencyCode, required, held, heldUntil } = item;
  const competency = framework.competencies.find((one) => one.competencyId === item.competencyId);
  return (
    <tr>
      <th scope="row">
        <Link
          to={`/frameworks/${framework.frameworkId}/${framework.version}/competencies/${competencyCode}`}
        >
          {competencyCode} {words(competency?.title)}
        </Link>
      </th>
      <td className="standing__steps">
        <Steps
          levels={framework.levels.map(({ level }) => level)}
          required={required}
          held={held}
        />
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
      </td>
    </tr>
  );
}
