import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../../api/accounts.ts';
import { agenciesQuery } from '../../../api/national.ts';
import { AgencyField } from '../../../components/agency-field.tsx';
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
  const { t } = useWords();
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
      <AgencyField
        agencies={agencies}
        hint={t('accounts.agencyHint')}
        defaultValue={account.agency ?? ''}
        error={errorOf('agency')}
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
