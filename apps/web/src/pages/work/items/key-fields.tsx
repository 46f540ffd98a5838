import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import type { DraftFields } from './draft-fields.ts';

/** The key where it is not marked in the lines themselves, and whether the lines are drawn anew. */
export function KeyFields({ draft, change, errorOf }: DraftFields) {
  const { t, language } = useWords();
  const { interaction, number } = draft;
  const text = (id: string) => draft.words[language].options[id] || id;
  if (interaction === 'text') return null;
  return (
    <fieldset className="form-part" id="key.pairs" tabIndex={-1}>
      <legend>{t('items.key')}</legend>
      {interaction === 'numeric' && (
        <>
          <TextField
            name="key.number"
            label={t('items.value')}
            inputMode="decimal"
            value={number.value}
            error={errorOf('key.number')}
            onChange={(value) => change({ ...draft, number: { ...number, value } })}
          />
          <TextField
            name="key.number.tolerance"
            label={t('items.tolerance')}
            hint={t('items.toleranceHint')}
            inputMode="decimal"
            value={number.tolerance}
            error={errorOf('key.number.tolerance')}
            onChange={(tolerance) => change({ ...draft, number: { ...number, tolerance } })}
          />
          <TextField
            name="key.number.unit"
            label={t('items.unit')}
            value={number.unit}
            error={errorOf('key.number.unit')}
            onChange={(unit) => change({ ...draft, number: { ...number, unit } })}
          />
        </>
      )}
      {interaction === 'match' && (
        <>
          {errorOf('key.pairs') !== undefined && (
            <p className="field__error">{errorOf('key.pairs')}</p>
          )}
          {draft.ids.left.map((left) => (
            <SelectField
              key={left}
              name={`key.pairs.${left}`}
              label={text(left)}
              value={draft.pairs[left] ?? ''}
              onChange={(right) => {
                const { [left]: _, ...others } = draft.pairs;
                change({ ...draft, pairs: right === '' ? others : { ...others, [left]: right } });
              }}
              choices={[
                { value: '', label: t('shell.words.choose') },
                ...draft.ids.right.map((right) => ({ value: right, label: text(right) })),
              ]}
            />
          ))}
        </>
      )}
      {(interaction === 'choice' || interaction === 'multiple') && (
        <p className="form-part__hint">{t('items.keyMarked')}</p>
      )}
      {interaction === 'order' && <p className="form-part__hint">{t('items.keyOrder')}</p>}
      {interaction !== 'numeric' && interaction !== 'order' && (
        <label className="check">
          <input
            type="checkbox"
            checked={draft.shuffle}
            onChange={(event) => change({ ...draft, shuffle: event.target.checked })}
          />
          <span>{t('items.shuffle')}</span>
        </label>
      )}
    </fieldset>
  );
}
