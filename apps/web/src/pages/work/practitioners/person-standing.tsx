import type { Framework, ProfileItem } from '../../../api/competency.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { standing } from '../../home/standing.ts';
import { StandingTable } from '../../home/standing-table.tsx';
import '../../home/home.css';

export interface PersonStandingProps {
  framework: Framework;
  items: readonly ProfileItem[];
}

/** What somebody's roles require of one framework and what is held; nothing where neither is. */
export function PersonStanding({ framework, items }: PersonStandingProps) {
  const { t, words } = useWords();
  const groups = standing(items);
  if (Object.values(groups).every((group) => group.length === 0)) return null;
  const titleOf = ({ competencyId }: ProfileItem) =>
    framework.competencies.find((one) => one.competencyId === competencyId)?.title;
  return (
    <StandingTable
      framework={framework}
      standing={groups}
      caption={words(framework.title)}
      beyond={t('practitioners.otherOnes')}
      nameOf={(item) => `${item.competencyCode} ${words(titleOf(item))}`}
    />
  );
}
