import type { FrameworkText } from '../../../../api/framework-drafts.ts';
import { TextArea } from '../../../../components/text-area.tsx';
import { languageNames, languages } from '../../../../i18n/languages.ts';

export interface WordsFieldsProps {
  name: string;
  label: string;
  hint?: string;
  text: FrameworkText;
  rows?: number;
  onChange: (text: FrameworkText) => void;
  errorOf: (field: string) => string | undefined;
}

/** The same words in every language, side by side where there is room: they are written by comparing. */
export function WordsFields(props: WordsFieldsProps) {
  const { name, label, hint, text, rows = 1, onChange, errorOf } = props;
  return (
    <fieldset className="localised words-fields">
      <legend>{label}</legend>
      {hint !== undefined && <p className="field__hint">{hint}</p>}
      <div className="words-fields__languages">
        {languages.map((language) => (
          <TextArea
            key={language}
            name={`${name}.${language}`}
            label={languageNames[language]}
            lang={language}
            rows={rows}
            maxLength={2000}
            value={text[language]}
            onChange={(typed) => onChange({ ...text, [language]: typed })}
            error={errorOf(`${name}.${language}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}
