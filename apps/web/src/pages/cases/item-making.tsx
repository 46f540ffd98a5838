import type { ItemHands, ShownItem } from '../../api/cases.ts';
import { Facts, type Fact } from '../../components/facts.tsx';
import { WholeId, Who } from '../../components/person.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Done } from './done.tsx';

/** By which rule a question was scored, and whose hands it went through; never its key. */
export function ItemMaking({ item }: { item: ShownItem }) {
  const { t, code } = useWords();
  const { rule, hands } = item;
  const { processing, maxScore, scoringVersion, scoringDigest } = rule;
  return (
    <Facts
      facts={[
        [
          t('cases.scoredBy'),
          t('cases.scoredByText', {
            rule: code('cases.processings', processing),
            max: maxScore,
            version: scoringVersion,
          }),
        ],
        [t('cases.scoringDigest'), <WholeId key="digest" id={scoringDigest} />],
        ...useHands(hands),
      ]}
    />
  );
}

function useHands(hands: ItemHands | null | undefined): Fact[] {
  const { t } = useWords();
  if (hands === undefined) return [];
  if (hands === null) return [[t('cases.hands'), t('cases.notRecorded')]];
  return [
    [
      t('cases.writtenBy'),
      hands.authors.map((hand, at) => (
        <span className="done" key={at}>
          <Who hand={hand} />
        </span>
      )),
    ],
    [
      t('cases.reviewedBy'),
      hands.reviews.map(({ by, at, verdict }) => (
        <Done key={at} by={by} at={at}>
          , {t(`cases.verdicts.${verdict}`)}
        </Done>
      )),
    ],
    [t('cases.publishedBy'), <Done key="by" by={hands.publishedBy} at={hands.publishedAt} />],
  ];
}
