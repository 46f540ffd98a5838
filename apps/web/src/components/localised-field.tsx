import { languageNames, languages, type Localised } from '../i18n/languages.ts';
import { TextField } from './text-field.tsx';

export interface LocalisedFieldProps {
  name: string;
  label: string;
  defaultValue?: Localised;
  errorOf: (field: string) => string | undefined;
}

/** The same words in every language, one line each; the fields are named as the services name them. */
export function LocalisedField({ name, label, defaultValue, errorOf }: LocalisedFieldProps) {
  return (
    <fieldset className="localised">
      <legend>{label}</legend>
      {languages.map((language) => (
        <TextField
          key={language}
          name={`${name}.${language}`}
          label={languageNames[language]}
          defaultValue={defaultValue?.[language] ?? ''}
          error={errorOf(`${name}.${language}`)}
        />
      ))}
    </fieldset>
  );
}
