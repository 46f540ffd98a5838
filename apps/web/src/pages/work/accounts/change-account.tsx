import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../../api/accounts.ts';
import { agenciesQuery } from '../../../api/national.ts';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { PermissionChoice } from './permission-choice.tsx';
import { WhatChanges } from './what-changes.tsx';

export interface ChangeAccountProps {
  account: Account;
  errorOf: (field: string) => string | undefined;
}

/** The fields of an account that may change, and in words what the change of permissions means. */
export function ChangeAccount({ account, errorOf }: ChangeAccountProps) {
  const { t, words } = useWords();
  const agencies = useQuery(agenciesQuery).data?.items;
  const [chosen, setChosen] = useState<readonly string[]>(account.permissions);
  if (agencies === undefined) return null;
  return (
    <>
      <TextField
        name="displayName"
        label={t('accounts.name')}
        defaultValue={account.displayName}
        error={errorOf('displayName')}
      />
      <SelectField
        name="agency"
        label={t('national.agency')}
        hint={t('accounts.agencyHint')}
        defaultValue={account.agency ?? ''}
        error={errorOf('agency')}
        choices={[
          { value: '', label: t('accounts.national') },
          ...agencies.map(({ agencyId, title }) => ({ value: agencyId, label: words(title) })),
        ]}
      />
      <PermissionChoice
        defaultValues={account.permissions}
        onChange={(permission, on) =>
          setChosen((before) =>
            on ? [...before, permission] : before.filter((each) => each !== permission),
          )
        }
      />
      <WhatChanges before={account.permissions} after={chosen} />
    </>
  );
}
