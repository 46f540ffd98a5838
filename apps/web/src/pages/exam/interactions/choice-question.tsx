import type { ChoiceInteraction } from '#libs/qti';
import { useWords } from '../../../i18n/use-words.ts';
import { arrange, asList, useAnswer, useAnswering } from './answering.ts';
import { Content } from './content.tsx';

/** One or several of the choices. The figure in each bubble is its key on the keyboard. */
export function ChoiceQuestion({ interaction }: { interaction: ChoiceInteraction }) {
  const { t } = useWords();
  const { order } = useAnswering();
  const { value, set, single, name, locked } = useAnswer(interaction.response);
  const chosen = new Set(asList(value));
  const { maxChoices, minChoices } = interaction;
  const full = !single && maxChoices > 0 && chosen.size >= maxChoices;
  const choose = (identifier: string, on: boolean) => {
    if (single) return set(identifier);
    const next = new Set(chosen);
    if (on) next.add(identifier);
    else next.delete(identifier);
    // In the order of the item, so that the same choice is always the same answer.
    set(interaction.choices.map((c) => c.identifier).filter((each) => next.has(each)));
  };
  return (
    <fieldset className="choices" disabled={locked}>
      <legend className="question__prompt">
        <Content nodes={interaction.prompt} />
      </legend>
      {!single && (
        <p className="question__hint">
          {maxChoices > 1 && maxChoices === minChoices
            ? t('exam.chooseExactly', { count: maxChoices })
            : maxChoices > 1
              ? t('exam.chooseUpTo', { count: maxChoices })
              : t('exam.chooseAll')}
        </p>
      )}
      {arrange(interaction.choices, order[interaction.response]).map((choice, index) => {
        const checked = chosen.has(choice.identifier);
        return (
          <label key={choice.identifier} className={`choice${checked ? ' choice--chosen' : ''}`}>
            <input
              className="choice__input"
              type={single ? 'radio' : 'checkbox'}
              name={name}
              checked={checked}
              disabled={full && !checked}
              data-choice={index + 1}
              onChange={(event) => choose(choice.identifier, event.target.checked)}
            />
            <span className="choice__bubble" aria-hidden>
              {index + 1}
            </span>
            <span className="choice__text">
              <Content nodes={choice.content} />
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
