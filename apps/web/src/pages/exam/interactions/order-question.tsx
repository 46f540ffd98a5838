import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { OrderInteraction } from '#libs/qti';
import { useWords } from '../../../i18n/use-words.ts';
import { arrange, asList, useAnswer, useAnswering } from './answering.ts';
import { Content } from './content.tsx';

/** Lines that are moved by buttons. Untouched it is no answer: the order shown first was drawn. */
export function OrderQuestion({ interaction }: { interaction: OrderInteraction }) {
  const { t } = useWords();
  const { order } = useAnswering();
  const { value, set, locked } = useAnswer(interaction.response);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const answer = asList(value);
  const lines = arrange(
    interaction.choices,
    answer.length > 0 ? answer : order[interaction.response],
  );
  const move = (from: number, to: number) => {
    const ids = lines.map((line) => line.identifier);
    const [moved] = ids.splice(from, 1);
    if (moved === undefined) return;
    ids.splice(to, 0, moved);
    set(ids);
    setSaid(t('exam.movedTo', { place: to + 1, count: ids.length }));
    // The focus goes with the line, on the same button if that one still works there.
    requestAnimationFrame(() => {
      const buttons = list.current?.children[to]?.querySelectorAll('button');
      const wanted = buttons?.[to < from ? 0 : 1];
      (wanted?.disabled ? buttons?.[to < from ? 1 : 0] : wanted)?.focus();
    });
  };
  return (
    <fieldset className="choices" disabled={locked}>
      <legend className="question__prompt">
        <Content nodes={interaction.prompt} />
      </legend>
      <p className="question__hint">{t('exam.orderHint')}</p>
      <ol className="order" ref={list}>
        {lines.map((line, index) => (
          <li key={line.identifier} className="order__line">
            <span className="order__place figures">{index + 1}</span>
            <span className="order__text" id={`line-${line.identifier}`}>
              <Content nodes={line.content} />
            </span>
            <button
              type="button"
              className="button button--quiet"
              disabled={index === 0}
              aria-label={t('exam.moveUp')}
              aria-describedby={`line-${line.identifier}`}
              onClick={() => move(index, index - 1)}
            >
              <ArrowUp aria-hidden />
            </button>
            <button
              type="button"
              className="button button--quiet"
              disabled={index === lines.length - 1}
              aria-label={t('exam.moveDown')}
              aria-describedby={`line-${line.identifier}`}
              onClick={() => move(index, index + 1)}
            >
              <ArrowDown aria-hidden />
            </button>
          </li>
        ))}
      </ol>
      <div className="order__state">
        {answer.length === 0 ? (
          <>
            <span>{t('exam.orderUntouched')}</span>
            <button
              type="button"
              className="button"
              onClick={() => set(lines.map((line) => line.identifier))}
            >
              {t('exam.orderKeep')}
            </button>
          </>
        ) : (
          <span>{t('exam.orderAnswered')}</span>
        )}
      </div>
      <output className="unseen">{said}</output>
    </fieldset>
  );
}
