import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { agenciesQuery, regionsQuery, type Agency } from '../../../api/national.ts';
import { useMe } from '../../../api/session.ts';
import { Empty } from '../../../components/empty.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Table } from '../../../components/table.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { AddPlace } from './add-place.tsx';

export function AgenciesPage() {
  const { t } = useWords();
  const me = useMe();
  return (
    <Page width="wide" title={t('work.agencies.title')} lead={t('work.agencies.text')}>
      {me?.agency === null && <AddPlace />}
      <AgencyList />
      <Section title={t('agencies.regions')}>
        <RegionList />
      </Section>
    </Page>
  );
}

function AgencyList() {
  const { t, words, code } = useWords();
  const me = useMe();
  const regions = useQuery(regionsQuery).data?.items ?? [];
  const query = useQuery(agenciesQuery);
  const mine = ({ agencyId }: Agency) => me?.agency === null || me?.agency === agencyId;
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('agencies.emptyTitle')}>
            <p>{t('agencies.empty')}</p>
          </Empty>
        ) : (
          <Table
            caption={t('work.agencies.title')}
            rows={items}
            rowKey={(row) => row.agencyId}
            columns={[
              {
                key: 'title',
                title: t('national.agency'),
                heads: true,
                cell: (row) => words(row.title),
              },
              { key: 'code', title: t('agencies.code'), cell: (row) => row.code },
              {
                key: 'kind',
                title: t('agencies.kind'),
                cell: (row) => code('agencies.kinds', row.kind),
              },
              {
                key: 'region',
                title: t('national.region'),
                cell: (row) => words(regions.find((one) => one.code === row.region)?.title),
              },
              {
                key: 'people',
                title: t('agencies.people'),
                untitled: true,
                cell: (row) =>
                  mine(row) && (
                    <Link to={`/work/practitioners?agency=${row.agencyId}`}>
                      {t('agencies.people')}
                    </Link>
                  ),
              },
            ]}
          />
        )
      }
    </Loaded>
  );
}

function RegionList() {
  const { t, words } = useWords();
  const query = useQuery(regionsQuery);
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('agencies.regionsEmptyTitle')}>
            <p>{t('agencies.regionsEmpty')}</p>
          </Empty>
        ) : (
          <Table
            caption={t('agencies.regions')}
            rows={items}
            rowKey={(row) => row.code}
            columns={[
              {
                key: 'title',
                title: t('national.region'),
                heads: true,
                cell: (row) => words(row.title),
              },
              { key: 'code', title: t('agencies.code'), cell: (row) => row.code },
            ]}
          />
        )
      }
    </Loaded>
  );
}
