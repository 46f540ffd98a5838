import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { accountsQuery, type Account } from '../../../api/accounts.ts';
import { agenciesQuery } from '../../../api/national.ts';
import { Empty } from '../../../components/empty.tsx';
import { StatusWord } from '../../../components/status.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { WorkList } from '../../../components/work-list.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';

const keys = ['search', 'offset'] as const;

export function AccountsPage() {
  const { t, words } = useWords();
  const [address, change] = useAddress(keys);
  const query = useQuery(accountsQuery(address));
  const agencies = useQuery(agenciesQuery).data?.items ?? [];
  const agencyOf = (account: Account) =>
    account.agency === null
      ? t('accounts.national')
      : words(agencies.find(({ agencyId }) => agencyId === account.agency)?.title);
  return (
    <Page width="wide" title={t('work.accounts.title')} lead={t('work.accounts.text')}>
      <div className="filters">
        <TextField
          name="search"
          type="search"
          label={t('accounts.search')}
          value={address.search}
          onChange={(search) => change({ search })}
        />
        <Link className="button button--primary" to="/work/accounts/new">
          {t('accounts.new')}
        </Link>
      </div>
      <WorkList
        query={query}
        caption={t('work.accounts.title')}
        rowKey={(row) => row.id}
        offset={address.offset}
        onOffset={(offset) => change({ offset })}
        empty={
          <Empty title={t('accounts.emptyTitle')}>
            <p>{t('accounts.empty')}</p>
          </Empty>
        }
        columns={[
          {
            key: 'name',
            title: t('accounts.name'),
            heads: true,
            cell: (row) => <Link to={`/work/accounts/${row.id}`}>{row.displayName}</Link>,
          },
          { key: 'user', title: t('accounts.userName'), cell: (row) => row.userName },
          { key: 'agency', title: t('national.agency'), cell: agencyOf },
          {
            key: 'state',
            title: t('accounts.state'),
            cell: (row) => <AccountState account={row} />,
          },
          {
            key: 'permissions',
            title: t('accounts.permissions'),
            number: true,
            cell: (row) => row.permissions.length,
          },
        ]}
      />
    </Page>
  );
}

export function AccountState({ account }: { account: Account }) {
  const { t } = useWords();
  if (account.locked) return <StatusWord tone="refusal" word={t('accounts.locked')} />;
  return account.passwordState === 'one-time' ? (
    <StatusWord tone="attention" word={t('accounts.oneTime')} />
  ) : (
    <StatusWord tone="good" word={t('accounts.active')} />
  );
}
