import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { agenciesQuery } from '../../../api/national.ts';
import { useMe } from '../../../api/session.ts';
import { sittingsQuery, type SittingLine } from '../../../api/sittings.ts';
import { Empty } from '../../../components/empty.tsx';
import { Status } from '../../../components/status.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { WorkList } from '../../../components/work-list.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { sittingState } from './attempt-state.ts';

const keys = ['offset'] as const;

export function SittingsPage() {
  const { t, words, instant } = useWords();
  const me = useMe();
  const [address, change] = useAddress(keys);
  const query = useQuery(sittingsQuery(address.offset));
  const agencies = useQuery(agenciesQuery).data?.items ?? [];
  return (
    <Page width="wide" title={t('work.sittings.title')} lead={t('work.sittings.text')}>
      {me?.permissions.includes('sittings.manage') && (
        <p>
          <Link className="button button--primary" to="/work/sittings/new">
            {t('sittings.new')}
          </Link>
        </p>
      )}
      <WorkList<SittingLine>
        query={query}
        caption={t('work.sittings.title')}
        rowKey={(row) => row.sittingId}
        offset={address.offset}
        onOffset={(offset) => change({ offset })}
        empty={
          <Empty title={t('sittings.emptyTitle')}>
            <p>{t('sittings.empty')}</p>
          </Empty>
        }
        columns={[
          {
            key: 'title',
            title: t('sittings.title'),
            heads: true,
            cell: (row) => <Link to={`/work/sittings/${row.sittingId}`}>{words(row.title)}</Link>,
          },
          { key: 'exam', title: t('cases.exam'), cell: (row) => row.examCode },
          {
            key: 'agency',
            title: t('national.agency'),
            cell: (row) =>
              row.agencyId === null
                ? t('accounts.national')
                : words(agencies.find(({ agencyId }) => agencyId === row.agencyId)?.title),
          },
          {
            key: 'state',
            title: t('certificate.state'),
            cell: (row) => <Status state={sittingState(row, query.dataUpdatedAt)} />,
          },
          { key: 'opens', title: t('sittings.opens'), cell: (row) => instant(row.opensAt) },
          { key: 'closes', title: t('sittings.closes'), cell: (row) => instant(row.closesAt) },
          {
            key: 'enrolled',
            title: t('sittings.enrolled'),
            number: true,
            cell: (row) => row.enrolled,
          },
          {
            key: 'started',
            title: t('sittings.started'),
            number: true,
            cell: (row) => row.started,
          },
          { key: 'ended', title: t('sittings.ended'), number: true, cell: (row) => row.ended },
        ]}
      />
    </Page>
  );
}
