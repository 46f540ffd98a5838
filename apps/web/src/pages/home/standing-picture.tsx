import { Link } from 'react-router';
import type { Framework, ProfileItem } from '../../api/competency.ts';
import { openingOf, type MyExam } from '../../api/exam-delivery.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Standing } from './standing.ts';
import { StandingTable } from './standing-table.tsx';

export interface StandingPictureProps extends Standing {
  framework: Framework;
  exams: readonly MyExam[];
  /** When the exams were asked for. */
  now: string;
}

/** Where the candidate stands, and which exam closes which gap. */
export function StandingPicture({ framework, exams, now, ...standing }: StandingPictureProps) {
  const { t, words } = useWords();
  const titleOf = ({ competencyId }: ProfileItem) =>
    framework.competencies.find((one) => one.competencyId === competencyId)?.title;
  return (
    <StandingTable
      framework={framework}
      standing={standing}
      caption={t('home.picture')}
      beyond={t('home.otherOnes')}
      nameOf={(item) => words(titleOf(item)) || item.competencyCode}
      act={(item) => {
        const exam = exams.find((each) => canClose(each, item, now));
        return (
          exam && (
            <Link className="standing__act" to={`/exams/${exam.sittingId}`}>
              {exam.attempt ? t('home.goOn') : t('home.sitShort')}
            </Link>
          )
        );
      }}
    />
  );
}

const canClose = (exam: MyExam, item: ProfileItem, now: string) =>
  item.gap > 0 &&
  exam.competency?.competencyId === item.competencyId &&
  exam.level > item.held &&
  ['start', 'go-on'].includes(openingOf(exam, now));
