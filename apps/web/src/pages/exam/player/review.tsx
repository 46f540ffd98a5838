import { Flag } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Notice } from '../../../components/notice.tsx';
import { StatusShape } from '../../../components/status-shape.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { plainText } from '../interactions/plain-text.ts';
import type { RunningExam } from './running-exam.ts';
import type { Player } from './use-player.ts';

export interface ReviewProps {
  exam: RunningExam;
  player: Player;
  handing: 'no' | 'under-way' | 'failed';
  onHandIn: () => void;
}

export function Review({ exam, player, handing, onHandIn }: ReviewProps) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const refusals = exam.items.filter((item) => player.refused.has(item.itemId)).length;
  const missing = exam.items.filter((item) => !player.answers.has(item.itemId)).length;
  return (
    <div className="review stack">
      <h2 ref={heading} tabIndex={-1} className="review__title">
        {t('exam.review')}
      </h2>
      <p>{t('exam.reviewLead')}</p>
      {(missing > 0 || refusals === 0) && (
        <p className={`status status--${missing > 0 ? 'attention' : 'good'}`}>
          <StatusShape tone={missing > 0 ? 'attention' : 'good'} />
          {missing > 0 ? t('exam.reviewMissing', { count: missing }) : t('exam.reviewAll')}
        </p>
      )}
      {refusals > 0 && (
        <p className="status status--refusal">
          <StatusShape tone="refusal" />
          {t('exam.refused.review', { count: refusals })}
        </p>
      )}
      <ol className="review__list">
        {exam.items.map((item, index) => {
          const body = item.delivery[player.language]?.body ?? [];
          const answered = player.answers.has(item.itemId);
          const refused = player.refused.has(item.itemId);
          return (
            <li key={item.itemId} className="review__line">
              <button type="button" className="review__go" onClick={() => player.go(index)}>
                <span className="figures">{index + 1}</span>
                <span className="review__text" lang={player.language}>
                  {firstWords(body)}
                </span>
              </button>
              <span className="review__state">
                {player.flags.has(item.itemId) && (
                  <>
                    <Flag className="icon" aria-hidden /> {t('exam.flagged')},{' '}
                  </>
                )}
                {answered && t('exam.answered')}
                {refused && (
                  <>
                    {answered && ', '}
                    <strong className="review__refused">{t('exam.refused.mark')}</strong>
                  </>
                )}
                {!answered && !refused && <strong>{t('exam.unanswered')}</strong>}
              </span>
            </li>
          );
        })}
      </ol>
      {handing === 'failed' && (
        <Notice tone="attention" title={t('exam.handInFailedTitle')} live>
          <p>{t('exam.handInFailed')}</p>
        </Notice>
      )}
      <div className="row">
        <button
          type="button"
          className="button button--primary button--large"
          aria-disabled={handing === 'under-way'}
          onClick={onHandIn}
        >
          {handing === 'under-way' ? t('exam.handingIn') : t('exam.handIn')}
        </button>
        <button type="button" className="button" onClick={() => player.go(player.index)}>
          {t('exam.toQuestions')}
        </button>
      </div>
    </div>
  );
}

/** The words of the question itself, or of its interaction's prompt. */
function firstWords(body: Parameters<typeof plainText>[0]): string {
  const text = plainText(body);
  if (text !== '') return text;
  for (const node of body) {
    if (typeof node === 'object' && 'prompt' in node) return plainText(node.prompt);
  }
  return '…';
}
