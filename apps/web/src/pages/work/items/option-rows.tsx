import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { Language } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';
import type { DraftFields } from './draft-fields.ts';
import { moved, withoutOption, withOption, type OptionList } from './item-draft.ts';

export interface OptionRowsProps extends DraftFields {
  list: OptionList;
  language: Language;
}

const least: Record<OptionList, number> = { choices: 3, left: 2, right: 2 };

/** The options of a list, each a line: marked as right where that is the key, moved where their order is. */
export function OptionRows({ list, draft, change, errorOf, language }: OptionRowsProps) {
  const { t } = useWords();
  const { interaction } = draft;
  const ids = draft.ids[list];
  const words = draft.words[language];
  const single = interaction === 'choice';
  const marks = list === 'choices' && (single || interaction === 'multiple');
  const write = (id: string, text: string) =>
    change({
      ...draft,
      words: {
        ...draft.words,
        [language]: { ...words, options: { ...words.options, [id]: text } },
      },
    });
  const mark = (id: string, on: boolean) =>
    change({
      ...draft,
      right: single ? [id] : on ? [...draft.right, id] : draft.right.filter((each) => each !== id),
    });
  return (
    <fieldset className="option-rows" id={marks ? `key.${interaction}` : undefined}>
      <legend>{t(`items.lists.${interaction === 'order' ? 'order' : list}`)}</legend>
      <KeyError field={errorOf(single ? 'key.choice' : 'key.choices')} shown={marks} />
      {ids.map((id, index) => {
        const field = `languages.${language}.${list}.${index}.text`;
        const error = errorOf(field);
        return (
          <div className="option-row" key={id}>
            {marks && (
              <label className="check option-row__mark">
                <input
                  type={single ? 'radio' : 'checkbox'}
                  name="key"
                  checked={draft.right.includes(id)}
                  onChange={(event) => mark(id, event.target.checked)}
                />
                <span>{t('items.right')}</span>
              </label>
            )}
            <span className="option-row__id" aria-hidden>
              {interaction === 'order' ? index + 1 : id}
            </span>
            <div className="field">
              <label className="unseen" htmlFor={field}>
                {t('items.option', { id })}
              </label>
              <input
                id={field}
                className="input"
                lang={language}
                value={words.options[id] ?? ''}
                aria-invalid={error !== undefined}
                aria-describedby={error === undefined ? undefined : `${field}-error`}
                onChange={(event) => write(id, event.target.value)}
              />
              {error !== undefined && (
                <span className="field__error" id={`${field}-error`}>
                  {error}
                </span>
              )}
            </div>
            <span className="option-row__acts">
              <button
                type="button"
                className="button button--quiet"
                disabled={index === 0}
                aria-label={t('items.up', { id })}
                onClick={() => change(moved(draft, list, index, index - 1))}
              >
                <ArrowUp aria-hidden />
              </button>
              <button
                type="button"
                className="button button--quiet"
                disabled={index === ids.length - 1}
                aria-label={t('items.down', { id })}
                onClick={() => change(moved(draft, list, index, index + 1))}
              >
                <ArrowDown aria-hidden />
              </button>
              <button
                type="button"
                className="button button--quiet"
                disabled={ids.length <= least[list]}
                aria-label={t('items.remove', { id })}
                onClick={() => change(withoutOption(draft, list, id))}
              >
                <X aria-hidden />
              </button>
            </span>
          </div>
        );
      })}
      <p>
        <button
          type="button"
          className="button"
          disabled={ids.length >= 20}
          onClick={() => change(withOption(draft, list))}
        >
          {t('items.addOption')}
        </button>
      </p>
    </fieldset>
  );
}

function KeyError({ field, shown }: { field: string | undefined; shown: boolean }) {
  return shown && field !== undefined ? <p className="field__error">{field}</p> : null;
}
