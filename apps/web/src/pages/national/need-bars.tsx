import { Link } from 'react-router';
import type { Framework } from '../../api/competency.ts';
import type { TrainingNeed } from '../../api/national.ts';
import { useWords } from '../../i18n/use-words.ts';
import { lengthOf, percentOf } from './heat.ts';

export interface NeedBarsProps {
  needs: readonly TrainingNeed[];
  longest: number;
  framework: Framework;
}

/** Ranked bars; each row says in figures what its bar shows. */
export function NeedBars({ needs, longest, framework }: NeedBarsProps) {
  const { t, words, number } = useWords();
  const { frameworkId, version } = framework;
  return (
    <table className="needs">
      <caption className="unseen">{t('national.needs')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('national.rank')}</span>
          </th>
          <th scope="col">{t('national.competency')}</th>
          <th scope="col" className="needs__bar-head">
            {t('national.missing')}
          </th>
          <th scope="col" className="needs__figure">
            {t('national.people')}
          </th>
          <th scope="col" className="needs__figure">
            {t('national.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {needs.map((need) => (
          <tr key={`${need.competencyId}/${need.role?.roleId ?? ''}`}>
            <td className="needs__rank">{need.rank}</td>
            <th scope="row">
              <Link to={`/frameworks/${frameworkId}/${version}/competencies/${need.code}`}>
                {words(need.title)}
              </Link>
              {need.role && <span className="needs__role">{words(need.role.title)}</span>}
            </th>
            <td className="needs__bar-cell">
              <span
                className="needs__bar"
                style={{ inlineSize: `calc((100% - 4rem) * ${lengthOf(need.sumGap, longest)})` }}
                aria-hidden
              />
              <span className="needs__sum">{number(need.sumGap)}</span>
            </td>
            <td className="needs__figure" data-label={t('national.people')}>
              {number(need.headcount)}
            </td>
            <td className="needs__figure" data-label={t('national.share')}>
              {t('national.percent', { share: percentOf(need.shareMeeting) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
