import type { Item } from '../../../api/items.ts';
import { Facts } from '../../../components/facts.tsx';
import { WholeId, Who } from '../../../components/person.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { ItemLanguages } from './item-languages.tsx';

export function ItemFacts({ item }: { item: Item }) {
  const { t, instant, number } = useWords();
  const { document, clause, url } = item.body.source;
  return (
    <Facts
      facts={[
        [
          t('items.source'),
          <>
            {url === undefined ? (
              document
            ) : (
              <a href={url} target="_blank" rel="noreferrer">
                {document}
              </a>
            )}
            , {clause}
          </>,
        ],
        [t('items.interaction'), t(`items.interactions.${item.interaction}`)],
        [t('items.demand'), t(`items.demands.${item.cognitiveDemand}`)],
        [t('items.languages'), <ItemLanguages key="languages" item={item} />],
        [t('items.maxScore'), number(item.maxScore, Number.isInteger(item.maxScore) ? 0 : 1)],
        [
          t('items.authors'),
          item.authors.map((hand, index) => (
            <span key={hand.account}>
              {index > 0 && ', '}
              <Who hand={hand} />
            </span>
          )),
        ],
        [t('items.publisher'), item.publisher && <Who key="publisher" hand={item.publisher} />],
        [t('cases.publishedAt'), item.publishedAt === null ? null : instant(item.publishedAt)],
        [t('items.updated'), instant(item.updatedAt)],
        [t('items.id'), <WholeId key="id" id={item.itemId} />],
      ]}
    />
  );
}
