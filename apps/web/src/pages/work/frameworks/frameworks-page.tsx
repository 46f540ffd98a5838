import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import {
  frameworkDrafts,
  frameworksQuery,
  type FrameworkSummary,
} from '../../../api/framework-drafts.ts';
import { useMe } from '../../../api/session.ts';
import { Empty } from '../../../components/empty.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Table } from '../../../components/table.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { FrameworkFile } from './framework-file.tsx';

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
      {me?.permissions.includes('frameworks.edit') && <Begin />}
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

function Begin() {
  const { t } = useWords();
  const go = useNavigate();
  const queries = useQueryClient();
  return (
    <Section title={t('frameworks.work.begin')}>
      <FrameworkFile
        label={t('frameworks.work.beginFile')}
        onDocument={async (document) => {
          const draft = await frameworkDrafts.create(document);
          await queries.invalidateQueries({ queryKey: frameworksQuery.queryKey });
          await go(`/work/frameworks/${draft.frameworkId}`);
        }}
      />
    </Section>
  );
}
