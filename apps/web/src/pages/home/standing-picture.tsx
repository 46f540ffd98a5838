import { Link } from 'react-router';
import type { Framework, ProfileItem } from '../../api/competency.ts';
import { openingOf, type MyExam } from '../../api/exam-delivery.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Legend, Steps } from './steps.tsx';

export interface StandingPictureProps {
  framework: Framework;
  open: ProfileItem[];
  met: ProfileItem[];
  beyond: ProfileItem[];
  exams: readonly MyExam[];
  /** When the exams were asked for. */
  now: string;
}

/** One picture that is also its own table: each row says in words what its steps show. */
export function StandingPicture({
  framework,
  open,
  met,
  beyond,
  exams,
  now,
}: StandingPictureProps) {
  const { t } = useWords();
  const levels = framework.levels.map((level) => level.level);
  const groups = [
    { key: 'open', title: t('home.openOnes'), items: open },
    { key: 'met', title: t('home.metOnes'), items: met },
    { key: 'beyond', title: t('home.otherOnes'), items: beyond },
  ].filter((group) => group.items.length > 0);
  return (
    <div className="standing">
      <Legend levels={framework.levels} />
      <table className="standing__table">
        <caption className="unseen">{t('home.picture')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('home.competency')}</span>
            </th>
            <th scope="col" className="standing__scale">
              <span className="unseen">{t('home.levels')}</span>
              <span className="steps steps--scale" aria-hidden>
                {framework.levels.map((level) => (
                  <span key={level.level}>{level.level}</span>
                ))}
              </span>
            </th>
            <th scope="col">
              <span className="unseen">{t('home.standing')}</span>
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr className="standing__group">
              <th colSpan={3} scope="rowgroup">
                {group.title} <span className="quiet figures">{group.items.length}</span>
              </th>
            </tr>
            {group.items.map((item) => (
              <Row
                key={item.competencyId}
                item={item}
                levels={levels}
                framework={framework}
                exam={exams.find((each) => canClose(each, item, now))}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

const canClose = (exam: MyExam, item: ProfileItem, now: string) =>
  item.gap > 0 &&
  exam.competency?.competencyId === item.competencyId &&
  exam.level > item.held &&
  ['start', 'go-on'].includes(openingOf(exam, now));

interface RowProps {
  item: ProfileItem;
  levels: number[];
  framework: Framework;
  exam: MyExam | undefined;
}

function Row({ item, levels, framework, exam }: RowProps) {
  const { t, words, date } = useWords();
  const competency = framework.competencies.find((c) => c.competencyId === item.competencyId);
  const { required, held, heldUntil } = item;
  const inWords =
    required === 0
      ? t('home.heldOnly', { held })
      : held === 0
        ? t('home.noneRequired', { required })
        : t('home.heldRequired', { held, required });
  return (
    <tr>
      <th scope="row">
        <Link
          to={`/frameworks/${framework.frameworkId}/${framework.version}/competencies/${item.competencyCode}`}
        >
          {words(competency?.title) || item.competencyCode}
        </Link>
      </th>
      <td className="standing__steps">
        <Steps levels={levels} required={required} held={held} />
      </td>
      <td className="standing__words">
        {inWords}
        {held > 0 && heldUntil !== null && (
          <span className="standing__until">{t('home.until', { date: date(heldUntil) })}</span>
        )}
        {exam && (
          <Link className="standing__act" to={`/exams/${exam.sittingId}`}>
            {exam.attempt ? t('home.goOn') : t('home.sitShort')}
          </Link>
        )}
      </td>
    </tr>
  );
}
