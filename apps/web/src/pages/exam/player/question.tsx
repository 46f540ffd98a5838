import { useEffect, useRef } from 'react';
import { useWords } from '../../../i18n/use-words.ts';
import { ItemBody } from '../interactions/item-body.tsx';
import { shownAnswer } from '../journal/refused.ts';
import { RefusedAnswer } from './refused-answer.tsx';
import type { RunningExam } from './running-exam.ts';
import type { Player } from './use-player.ts';

export function Question({ exam, player }: { exam: RunningExam; player: Player }) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { current, index, language, answers } = player;
  const refused = current && player.refused.get(current.itemId);
  const first = useRef(true);
  // From the second question on the focus follows to the new one.
  useEffect(() => {
    if (first.current) first.current = false;
    else heading.current?.focus({ preventScroll: true });
  }, [index]);
  const delivered = current?.delivery[language];
  return (
    <article className="question" lang={language}>
      <h2 className="question__number" ref={heading} tabIndex={-1}>
        {t('exam.question', { number: index + 1, count: exam.items.length })}
      </h2>
      {current && refused && (
        <RefusedAnswer
          refused={refused}
          savedBefore={answers.has(current.itemId)}
          kept={player.saved.stored}
          locked={player.locked}
        />
      )}
      {current && delivered ? (
        <ItemBody
          key={`${current.itemId}-${language}`}
          answering={{
            itemId: current.itemId,
            item: delivered,
            response: shownAnswer(refused, answers.get(current.itemId)),
            answer: player.answer,
            order: exam.choiceOrder[current.itemId] ?? {},
            locked: player.locked,
          }}
        />
      ) : (
        <p>{t('exam.noContent')}</p>
      )}
    </article>
  );
}
