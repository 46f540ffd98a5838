import type { Item } from '../../../api/items.ts';
import { Who } from '../../../components/person.tsx';
import { Status } from '../../../components/status.tsx';
import { useWords } from '../../../i18n/use-words.ts';

/** What each reviewer said, the last on top. */
export function ItemReviews({ item }: { item: Item }) {
  const { t, instant } = useWords();
  if (item.reviews.length === 0) return <p className="quiet">{t('items.noReview')}</p>;
  return (
    <ol className="reviews">
      {item.reviews.toReversed().map((review) => (
        <li key={review.at}>
          <p className="reviews__head">
            <Status state={review.verdict === 'approve' ? 'approved' : 'returned'} />
            <span className="quiet">
              <Who hand={review.by} />, {instant(review.at)},{' '}
              {review.languages.map((language) => language.toUpperCase()).join(', ')}
            </span>
          </p>
          <p className="reviews__comment">{review.comment}</p>
        </li>
      ))}
    </ol>
  );
}
