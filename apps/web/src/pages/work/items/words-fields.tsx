import { ChoiceBar } from '../../../components/choice-bar.tsx';
import { TextArea } from '../../../components/text-area.tsx';
import { isLanguage, languageNames, languages, type Language } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';
import type { DraftFields } from './draft-fields.ts';
import { isWritten, listsOf, type Words } from './item-draft.ts';
import { OptionRows } from './option-rows.tsx';

export interface WordsFieldsProps extends DraftFields {
  language: Language;
  onLanguage: (language: Language) => void;
}

/** The words of one language at a time; options are the same in all of them. */
export function WordsFields({ draft, change, errorOf, language, onLanguage }: WordsFieldsProps) {
  const { t } = useWords();
  const words = draft.words[language];
  const set = (part: Partial<Words>) =>
    change({ ...draft, words: { ...draft.words, [language]: { ...words, ...part } } });
  const at = `languages.${language}`;
  return (
    <fieldset className="form-part" key={language}>
      <legend>{t('items.words')}</legend>
      <ChoiceBar
        name="wordsLanguage"
        label={t('items.wordsLanguage')}
        value={language}
        onChange={(value) => isLanguage(value) && onLanguage(value)}
        choices={languages.map((value) => ({
          value,
          label: isWritten(draft.words[value])
            ? languageNames[value]
            : t('items.notWritten', { language: languageNames[value] }),
        }))}
      />
      <TextArea
        name={`${at}.prompt`}
        label={t('items.prompt')}
        value={words.prompt}
        lang={language}
        error={errorOf(`${at}.prompt`)}
        onChange={(prompt) => set({ prompt })}
      />
      {listsOf(draft.interaction).map((list) => (
        <OptionRows
          key={list}
          list={list}
          draft={draft}
          change={change}
          errorOf={errorOf}
          language={language}
        />
      ))}
      {draft.interaction === 'text' && (
        <TextArea
          name={`${at}.accepted`}
          label={t('items.accepted')}
          hint={t('items.acceptedHint')}
          value={words.accepted}
          lang={language}
          error={errorOf(`${at}.accepted`)}
          onChange={(accepted) => set({ accepted })}
        />
      )}
      <TextArea
        name={`${at}.rationale`}
        label={t('items.rationale')}
        hint={t('items.rationaleHint')}
        value={words.rationale}
        lang={language}
        error={errorOf(`${at}.rationale`)}
        onChange={(rationale) => set({ rationale })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={words.machineDrafted}
          onChange={(event) => set({ machineDrafted: event.target.checked })}
        />
        <span>{t('items.machineDrafted')}</span>
      </label>
    </fieldset>
  );
}
