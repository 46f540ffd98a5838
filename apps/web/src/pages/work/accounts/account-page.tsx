import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { accountQuery, accounts, type Account } from '../../../api/accounts.ts';
import { agenciesQuery } from '../../../api/national.ts';
import { useMe } from '../../../api/session.ts';
import { Acts } from '../../../components/acts.tsx';
import { Facts } from '../../../components/facts.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Person } from '../../../components/person.tsx';
import { languageNames } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { AccountState } from './accounts-page.tsx';
import { ChangeAccount } from './change-account.tsx';
import { OncePassword } from './once-password.tsx';
import { permissionsOf } from './permission-choice.tsx';
import { text } from '../../../components/form-data.ts';

export function AccountPage() {
  const { id = '' } = useParams();
  const account = useQuery(accountQuery(id));
  return <Loaded query={account}>{(data) => <OneAccount account={data} />}</Loaded>;
}

function OneAccount({ account }: { account: Account }) {
  const { t, words, code, instant } = useWords();
  const agencies = useQuery(agenciesQuery).data?.items ?? [];
  const agency = agencies.find(({ agencyId }) => agencyId === account.agency);
  const me = useMe();
  const own = me?.account === account.id || (me?.person != null && me.person === account.person);
  return (
    <Page width="wide" kicker={t('accounts.kicker')} title={account.displayName}>
      <Facts
        facts={[
          [t('accounts.state'), <AccountState key="state" account={account} />],
          [t('accounts.userName'), account.userName],
          [
            t('accounts.person'),
            account.person === null ? (
              t('accounts.noPerson')
            ) : (
              <Person key="p" id={account.person} />
            ),
          ],
          [t('shell.language'), languageNames[account.locale]],
          [
            t('national.agency'),
            account.agency === null ? t('accounts.national') : words(agency?.title),
          ],
          [
            t('accounts.permissions'),
            account.permissions.map((each) => code('permissions', each)).join('; '),
          ],
          [t('accounts.created'), instant(account.createdAt)],
        ]}
      />
      {own ? (
        <Notice>
          <p>{t('refusals.own-account')}</p>
        </Notice>
      ) : (
        <Section title={t('acts.title')}>
          <AccountActs account={account} />
        </Section>
      )}
    </Page>
  );
}

function AccountActs({ account }: { account: Account }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [password, setPassword] = useState<string | null>(null);
  const { id, locked } = account;
  const keep = async (changed: Account) => {
    queries.setQueryData(accountQuery(id).queryKey, changed);
    await queries.invalidateQueries({ queryKey: ['accounts'] });
  };
  return (
    <>
      <Acts
        acts={[
          {
            key: 'change',
            title: t('accounts.change'),
            submit: t('accounts.save'),
            needed: ['displayName'],
            fields: (errorOf) => <ChangeAccount account={account} errorOf={errorOf} />,
            perform: async (data, reason) => {
              const agency = text(data, 'agency');
              await keep(
                await accounts.change(account, {
                  displayName: text(data, 'displayName'),
                  agency: agency === '' ? null : agency,
                  permissions: permissionsOf(data),
                  reason,
                }),
              );
            },
          },
          locked
            ? {
                key: 'unlock',
                title: t('accounts.unlock.title'),
                explains: <p>{t('accounts.unlock.explains')}</p>,
                submit: t('accounts.unlock.submit'),
                perform: async (_, reason) => keep(await accounts.unlock(id, reason)),
              }
            : {
                key: 'lock',
                title: t('accounts.lock.title'),
                explains: <p>{t('accounts.lock.explains')}</p>,
                submit: t('accounts.lock.submit'),
                tone: 'danger',
                perform: async (_, reason) => keep(await accounts.lock(id, reason)),
              },
          {
            key: 'reset',
            title: t('accounts.reset.title'),
            explains: <p>{t('accounts.reset.explains')}</p>,
            submit: t('accounts.reset.submit'),
            perform: async (_, reason) =>
              setPassword((await accounts.resetPassword(id, reason)).oneTimePassword),
          },
        ]}
      />
      {password !== null && <OncePassword password={password} />}
    </>
  );
}
