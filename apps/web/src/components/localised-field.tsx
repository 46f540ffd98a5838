import { languageNames, languages, type Localised } from '../i18n/languages.ts';
import { TextField } from './text-field.tsx';

export interface LocalisedFieldProps {
  name: string;
  label: string;
  hint?: string;
  maxLength?: number;
  defaultValue?: Localised;
  errorOf: (field: string) => string | undefined;
}

/** The same words in every language, one line each; the fields are named as the services name them. */
export function LocalisedField({
  name,
  label,
  hint,
  maxLength,
  defaultValue,
  errorOf,
}: LocalisedFieldProps) {
  return (
    <fieldset className="localised">
      <legend>{label}</legend>
      {hint !== undefined && <p className="field__hint">{hint}</p>}
      {languages.map((language) => (
        <TextField
          key={language}
          name={`${name}.${language}`}
          label={languageNames[language]}
          defaultValue={defaultValue?.[language] ?? ''}
          error={errorOf(`${name}.${language}`)}
          {...(maxLength ? { maxLength } : {})}
        />
      ))}
    </fieldset>
  );
}
