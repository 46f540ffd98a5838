import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { accounts, type Account } from '../../../api/accounts.ts';
import { agenciesQuery } from '../../../api/national.ts';
import { useMe } from '../../../api/session.ts';
import { Form } from '../../../components/form.tsx';
import { AgencyField } from '../../../components/agency-field.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { ReasonField } from '../../../components/reason-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { languageNames, languages } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { OncePassword } from './once-password.tsx';
import { PermissionChoice, permissionsOf } from './permission-choice.tsx';
import { missing, text } from '../../../components/form-data.ts';

export function NewAccountPage() {
  const { t } = useWords();
  const [made, setMade] = useState<{ account: Account; oneTimePassword: string } | null>(null);
  if (made === null)
    return (
      <Page width="wide" kicker={t('accounts.kicker')} title={t('accounts.new')}>
        <NewAccountForm onMade={setMade} />
      </Page>
    );
  return (
    <Page width="wide" kicker={t('accounts.kicker')} title={made.account.displayName}>
      <OncePassword password={made.oneTimePassword} />
      <p>
        <Link to={`/work/accounts/${made.account.id}`}>{t('accounts.toAccount')}</Link>
      </p>
    </Page>
  );
}

interface NewAccountFormProps {
  onMade: (made: { account: Account; oneTimePassword: string }) => void;
}

function NewAccountForm({ onMade }: NewAccountFormProps) {
  const { t } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const agencies = useQuery(agenciesQuery).data?.items ?? [];
  return (
    <Form
      submit={t('accounts.create')}
      check={(data) =>
        missing(data, ['userName', 'displayName', 'reason'], t('shell.errors.required'))
      }
      onSubmit={async (data) => {
        const personnelNumber = text(data, 'personnelNumber');
        const agency = text(data, 'agency');
        const made = await accounts.create({
          userName: text(data, 'userName'),
          displayName: text(data, 'displayName'),
          permissions: permissionsOf(data),
          locale: text(data, 'locale'),
          reason: text(data, 'reason'),
          ...(personnelNumber === '' ? {} : { personnelNumber }),
          ...(agency === '' ? {} : { agency }),
        });
        await queries.invalidateQueries({ queryKey: ['accounts'] });
        onMade(made);
      }}
    >
      {(errorOf) => (
        <>
          <TextField
            name="displayName"
            label={t('accounts.name')}
            hint={t('accounts.nameHint')}
            error={errorOf('displayName')}
          />
          <TextField
            name="userName"
            label={t('accounts.userName')}
            hint={t('accounts.userNameHint')}
            error={errorOf('userName')}
            autoComplete="off"
          />
          <TextField
            name="personnelNumber"
            label={t('accounts.number')}
            hint={t('accounts.numberHint')}
            error={errorOf('personnelNumber')}
            autoComplete="off"
          />
          <AgencyField
            agencies={agencies}
            only={me?.agency}
            hint={t('accounts.agencyHint')}
            error={errorOf('agency')}
          />
          <SelectField
            name="locale"
            label={t('shell.language')}
            error={errorOf('locale')}
            choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <PermissionChoice />
          <ReasonField errorOf={errorOf} />
        </>
      )}
    </Form>
  );
}
