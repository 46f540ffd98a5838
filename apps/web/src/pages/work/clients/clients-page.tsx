import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { clientsQuery, type RegistryClient } from '../../../api/clients.ts';
import { agenciesQuery } from '../../../api/national.ts';
import { useMe } from '../../../api/session.ts';
import { Empty } from '../../../components/empty.tsx';
import { StatusWord } from '../../../components/status.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { WorkList } from '../../../components/work-list.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { RowOpener } from '../sittings/row-opener.tsx';
import { ClientActs } from './client-acts.tsx';
import './clients.css';

const keys = ['offset'] as const;

export function ClientsPage() {
  const { t, words, code, instant } = useWords();
  const me = useMe();
  const [address, change] = useAddress(keys);
  const [opened, setOpened] = useState<string | null>(null);
  const query = useQuery(clientsQuery(address.offset));
  const agencies = useQuery(agenciesQuery).data?.items ?? [];
  const agencyOf = ({ agency }: RegistryClient) =>
    agency === null
      ? t('accounts.national')
      : words(agencies.find(({ agencyId }) => agencyId === agency)?.title);
  return (
    <Page width="wide" title={t('work.clients.title')} lead={t('work.clients.text')}>
      {me?.agency === null && (
        <p>
          <Link className="button button--primary" to="/work/clients/new">
            {t('clients.new')}
          </Link>
        </p>
      )}
      <WorkList<RegistryClient>
        query={query}
        caption={t('work.clients.title')}
        rowKey={(row) => row.clientId}
        offset={address.offset}
        onOffset={(offset) => change({ offset })}
        detail={(row) => row.clientId === opened && <ClientActs client={row} />}
        empty={
          <Empty title={t('clients.emptyTitle')}>
            <p>{t('clients.empty')}</p>
          </Empty>
        }
        columns={[
          { key: 'name', title: t('exams.title'), heads: true, cell: (row) => row.name },
          {
            key: 'id',
            title: t('clients.id'),
            cell: (row) => <span className="mono client-secret">{row.clientId}</span>,
          },
          { key: 'agency', title: t('national.agency'), cell: agencyOf },
          {
            key: 'permissions',
            title: t('accounts.permissions'),
            cell: (row) => row.permissions.map((each) => code('permissions', each)).join('; '),
          },
          {
            key: 'state',
            title: t('accounts.state'),
            cell: ({ locked }) => (
              <StatusWord
                tone={locked ? 'refusal' : 'good'}
                word={locked ? t('clients.locked') : t('clients.active')}
              />
            ),
          },
          { key: 'created', title: t('clients.registered'), cell: (row) => instant(row.createdAt) },
          {
            key: 'acts',
            title: t('acts.title'),
            untitled: true,
            cell: (row) => (
              <RowOpener
                isOpen={row.clientId === opened}
                onOpen={(open) => setOpened(open ? row.clientId : null)}
              />
            ),
          },
        ]}
      />
    </Page>
  );
}
