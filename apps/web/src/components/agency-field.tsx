import type { Agency } from '../api/national.ts';
import { useWords } from '../i18n/use-words.ts';
import { SelectField } from './select-field.tsx';

export interface AgencyFieldProps {
  agencies: readonly Agency[];
  /** Of whom there is to choose only this one. */
  only?: string | null | undefined;
  hint: string;
  defaultValue?: string;
  error: string | undefined;
}

/** Whose people an account or a registry sees: one agency's, or those of the whole body. */
export function AgencyField({ agencies, only = null, ...rest }: AgencyFieldProps) {
  const { t, words } = useWords();
  const offered = agencies.filter(({ agencyId }) => only === null || agencyId === only);
  return (
    <SelectField
      {...rest}
      name="agency"
      label={t('national.agency')}
      choices={[
        ...(only === null ? [{ value: '', label: t('accounts.national') }] : []),
        ...offered.map(({ agencyId, title }) => ({ value: agencyId, label: words(title) })),
      ]}
    />
  );
}
