import type { Practitioner } from '../../../api/practitioners.ts';
import { CheckGroup } from '../../../components/check-group.tsx';
import { checkedOf, text } from '../../../components/form-data.ts';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { useAgencies } from './use-agencies.ts';
import { useRoles } from './use-frameworks.ts';

export interface PlaceFieldsProps {
  person?: Practitioner;
  errorOf: (field: string) => string | undefined;
}

/** Where somebody serves, in which roles, and since when. */
export function PlaceFields({ person, errorOf }: PlaceFieldsProps) {
  const { t } = useWords();
  const agencies = useAgencies().choices;
  const { choices, namesOf } = useRoles();
  if (agencies.length === 0 || choices.length === 0) return null;
  const held = person?.roleIds ?? [];
  // A role that the newest framework no longer has stays until somebody takes it away.
  const former = held.filter((roleId) => !choices.some(({ value }) => value === roleId));
  return (
    <>
      <SelectField
        name="agencyId"
        label={t('national.agency')}
        hint={t('practitioners.agencyHint')}
        defaultValue={person?.agencyId ?? (agencies.length === 1 ? agencies[0]?.value : '') ?? ''}
        error={errorOf('agencyId')}
        choices={[{ value: '', label: t('shell.words.choose') }, ...agencies]}
      />
      <CheckGroup
        name="roleIds"
        label={t('practitioners.roles')}
        defaultValues={held}
        error={errorOf('roleIds')}
        choices={[
          ...choices,
          ...former.map((roleId) => ({ value: roleId, label: namesOf([roleId]) })),
        ]}
      />
      <FromField
        label={t('practitioners.from')}
        hint={t('practitioners.fromHint')}
        errorOf={errorOf}
      />
    </>
  );
}

interface FromFieldProps {
  label: string;
  hint: string;
  errorOf: (field: string) => string | undefined;
}

export function FromField({ label, hint, errorOf }: FromFieldProps) {
  return <TextField name="from" type="date" label={label} hint={hint} error={errorOf('from')} />;
}

/** An empty date is the day of today, which the service knows. */
export function fromOf(data: FormData): { from?: string } {
  const from = text(data, 'from');
  return from === '' ? {} : { from };
}

export const placeOf = (data: FormData) => ({
  agencyId: text(data, 'agencyId'),
  roleIds: checkedOf(data, 'roleIds'),
  ...fromOf(data),
});
