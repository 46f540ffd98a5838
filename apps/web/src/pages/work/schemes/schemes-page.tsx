import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { schemesPageQuery, type Scheme } from '../../../api/schemes.ts';
import { useMe } from '../../../api/session.ts';
import { Empty } from '../../../components/empty.tsx';
import { Status } from '../../../components/status.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { WorkList } from '../../../components/work-list.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';

const keys = ['offset'] as const;

export function SchemesPage() {
  const { t, words } = useWords();
  const me = useMe();
  const [address, change] = useAddress(keys);
  const query = useQuery(schemesPageQuery(address.offset));
  return (
    <Page width="wide" title={t('work.schemes.title')} lead={t('work.schemes.text')}>
      {me?.permissions.includes('schemes.edit') && (
        <p>
          <Link className="button button--primary" to="/work/schemes/new">
            {t('schemes.new')}
          </Link>
        </p>
      )}
      <WorkList<Scheme>
        query={query}
        caption={t('work.schemes.title')}
        rowKey={(row) => row.id}
        offset={address.offset}
        onOffset={(offset) => change({ offset })}
        empty={
          <Empty title={t('schemes.emptyTitle')}>
            <p>{t('schemes.empty')}</p>
          </Empty>
        }
        columns={[
          {
            key: 'title',
            title: t('certificate.scheme'),
            heads: true,
            cell: (row) => <Link to={`/work/schemes/${row.id}`}>{words(row.title)}</Link>,
          },
          { key: 'code', title: t('exams.code'), cell: (row) => row.code },
          {
            key: 'version',
            title: t('schemes.version'),
            number: true,
            cell: (row) => row.version,
          },
          {
            key: 'state',
            title: t('certificate.state'),
            cell: (row) => <Status state={row.state} />,
          },
          {
            key: 'requirements',
            title: t('schemes.competencies'),
            number: true,
            cell: (row) => row.requirements.length,
          },
          {
            key: 'validity',
            title: t('frameworks.validity'),
            cell: (row) => t('frameworks.months', { months: row.validityMonths }),
          },
          {
            key: 'issuing',
            title: t('cases.issuing'),
            cell: (row) => t(`cases.issuings.${row.issuing}`),
          },
        ]}
      />
    </Page>
  );
}
