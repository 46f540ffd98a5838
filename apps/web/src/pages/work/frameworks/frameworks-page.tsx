import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { frameworksQuery, type FrameworkSummary } from '../../../api/framework-drafts.ts';
import { useMe } from '../../../api/session.ts';
import { Empty } from '../../../components/empty.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Table } from '../../../components/table.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';

export function FrameworksPage() {
  const { t } = useWords();
  const me = useMe();
  const query = useQuery(frameworksQuery);
  return (
    <Page width="wide" title={t('work.frameworks.title')} lead={t('work.frameworks.text')}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('frameworks.emptyTitle')}>
              <p>{t('frameworks.empty')}</p>
            </Empty>
          ) : (
            <Frameworks frameworks={items} />
          )
        }
      </Loaded>
      {me?.permissions.includes('frameworks.edit') && (
        <p>
          <Link className="button" to="/work/frameworks/new">
            {t('frameworkDraft.new')}
          </Link>
        </p>
      )}
    </Page>
  );
}

function Frameworks({ frameworks }: { frameworks: FrameworkSummary[] }) {
  const { t, instant } = useWords();
  return (
    <Table
      caption={t('work.frameworks.title')}
      rows={frameworks}
      rowKey={(row) => row.frameworkId}
      columns={[
        {
          key: 'code',
          title: t('frameworks.work.code'),
          heads: true,
          cell: (row) => <Link to={`/work/frameworks/${row.frameworkId}`}>{row.code}</Link>,
        },
        {
          key: 'latest',
          title: t('frameworks.work.latest'),
          number: true,
          cell: (row) => (row.latest === 0 ? '–' : row.latest),
        },
        {
          key: 'publishedAt',
          title: t('cases.publishedAt'),
          cell: (row) => {
            const newest = row.versions.find(({ version }) => version === row.latest);
            return newest ? instant(newest.publishedAt) : '–';
          },
        },
        {
          key: 'draft',
          title: t('frameworks.work.draft'),
          cell: (row) => t(row.hasDraft ? 'frameworks.work.isDraft' : 'frameworks.work.noDraft'),
        },
      ]}
    />
  );
}
