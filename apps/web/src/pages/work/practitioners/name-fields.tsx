import type { Practitioner } from '../../../api/practitioners.ts';
import { text } from '../../../components/form-data.ts';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';

export interface NameFieldsProps {
  person?: Practitioner;
  errorOf: (field: string) => string | undefined;
}

export function NameFields({ person, errorOf }: NameFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <TextField
        name="familyName"
        label={t('practitioners.familyName')}
        hint={t('practitioners.nameHint')}
        defaultValue={person?.familyName ?? ''}
        error={errorOf('familyName')}
        autoComplete="off"
        maxLength={100}
      />
      <TextField
        name="givenName"
        label={t('practitioners.givenName')}
        defaultValue={person?.givenName ?? ''}
        error={errorOf('givenName')}
        autoComplete="off"
        maxLength={100}
      />
      <TextField
        name="otherNames"
        label={t('practitioners.otherNames')}
        hint={t('practitioners.otherNamesHint')}
        defaultValue={person?.otherNames ?? ''}
        error={errorOf('otherNames')}
        autoComplete="off"
        maxLength={100}
      />
    </>
  );
}

export const neededNames = ['familyName', 'givenName'] as const;

export const namesOf = (data: FormData) => ({
  familyName: text(data, 'familyName'),
  givenName: text(data, 'givenName'),
  otherNames: text(data, 'otherNames') || null,
});
