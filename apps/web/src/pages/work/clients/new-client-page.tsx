import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { clientPermissions, clients, clientsKey, type WithSecret } from '../../../api/clients.ts';
import { agenciesQuery } from '../../../api/national.ts';
import { useMe } from '../../../api/session.ts';
import { CheckGroup } from '../../../components/check-group.tsx';
import { checkedOf, missing, text } from '../../../components/form-data.ts';
import { Form } from '../../../components/form.tsx';
import { Notice } from '../../../components/notice.tsx';
import { AgencyField } from '../../../components/agency-field.tsx';
import { ReasonField } from '../../../components/reason-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { OnceSecret } from './once-secret.tsx';
import './clients.css';

export function NewClientPage() {
  const { t } = useWords();
  const me = useMe();
  const [made, setMade] = useState<WithSecret | null>(null);
  return (
    <Page
      width="wide"
      kicker={t('work.clients.title')}
      title={made === null ? t('clients.new') : made.name}
    >
      {made !== null ? (
        <>
          <OnceSecret client={made} />
          <p>
            <Link to="/work/clients">{t('clients.toList')}</Link>
          </p>
        </>
      ) : me?.agency === null ? (
        <NewClientForm onMade={setMade} />
      ) : (
        <Notice>
          <p>{t('refusals.national-only')}</p>
        </Notice>
      )}
    </Page>
  );
}

function NewClientForm({ onMade }: { onMade: (made: WithSecret) => void }) {
  const { t, code } = useWords();
  const queries = useQueryClient();
  const agencies = useQuery(agenciesQuery).data?.items ?? [];
  return (
    <Form
      submit={t('clients.create')}
      check={(data) => [
        ...missing(data, ['name', 'reason'], t('shell.errors.required')),
        ...(checkedOf(data, 'permissions').length === 0
          ? [{ field: 'permissions', message: t('clients.noPermission') }]
          : []),
      ]}
      onSubmit={async (data) => {
        const agency = text(data, 'agency');
        const made = await clients.register({
          name: text(data, 'name'),
          permissions: checkedOf(data, 'permissions'),
          reason: text(data, 'reason'),
          ...(agency === '' ? {} : { agency }),
        });
        await queries.invalidateQueries({ queryKey: clientsKey });
        onMade(made);
      }}
    >
      {(errorOf) => (
        <>
          <TextField
            name="name"
            label={t('exams.title')}
            hint={t('clients.nameHint')}
            error={errorOf('name')}
            autoComplete="off"
            maxLength={200}
          />
          <AgencyField
            agencies={agencies}
            hint={t('clients.agencyHint')}
            error={errorOf('agency')}
          />
          <CheckGroup
            name="permissions"
            label={t('accounts.permissions')}
            error={errorOf('permissions')}
            defaultValues={['registry.verify']}
            choices={clientPermissions.map((value) => ({
              value,
              label: code('permissions', value),
            }))}
          />
          <ReasonField errorOf={errorOf} />
        </>
      )}
    </Form>
  );
}
