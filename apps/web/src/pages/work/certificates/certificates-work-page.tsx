import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import {
  certificatesQuery,
  certificateStates,
  schemesQuery,
  type CertificateView,
} from '../../../api/certificates.ts';
import { Empty } from '../../../components/empty.tsx';
import { OnePersonSaid, OnePersonSearch } from '../../../components/one-person.tsx';
import { Person } from '../../../components/person.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { Status } from '../../../components/status.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { WorkList } from '../../../components/work-list.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';

const keys = ['state', 'schemeId', 'practitionerId', 'offset'] as const;

export function CertificatesWorkPage() {
  const { t, words } = useWords();
  const [address, change] = useAddress(keys);
  const certificates = useQuery(certificatesQuery(address));
  const schemes = useQuery(schemesQuery).data?.items ?? [];
  return (
    <Page width="wide" title={t('work.certificates.title')} lead={t('work.certificates.text')}>
      <div className="filters">
        <SelectField
          name="state"
          label={t('certificate.state')}
          value={address.state}
          onChange={(state) => change({ state })}
          choices={[
            { value: '', label: t('work.all') },
            ...certificateStates.map((state) => ({
              value: state,
              label: t(`shell.states.${state}`),
            })),
          ]}
        />
        <SelectField
          name="schemeId"
          label={t('certificate.scheme')}
          value={address.schemeId}
          onChange={(schemeId) => change({ schemeId })}
          choices={[
            { value: '', label: t('work.all') },
            ...schemes.map((scheme) => ({
              value: scheme.id,
              label: `${scheme.code} ${words(scheme.title)}`,
            })),
          ]}
        />
        <OnePersonSaid
          practitionerId={address.practitionerId}
          label={t('certificate.holder')}
          change={change}
        />
      </div>
      <OnePersonSearch
        practitionerId={address.practitionerId}
        name="holder"
        label={t('work.certificates.ofPerson')}
        change={change}
      />
      <CertificateList query={certificates} offset={address.offset} change={change} />
    </Page>
  );
}

interface CertificateListProps {
  query: ReturnType<typeof useQuery<{ items: CertificateView[]; total: number }>>;
  offset: string;
  change: (change: { offset: string }) => void;
}

function CertificateList({ query, offset, change }: CertificateListProps) {
  const { t, words, code, date } = useWords();
  return (
    <WorkList
      query={query}
      caption={t('work.certificates.title')}
      rowKey={(row) => row.id}
      offset={offset}
      onOffset={(next) => change({ offset: next })}
      empty={
        <Empty title={t('work.certificates.emptyTitle')}>
          <p>{t('work.certificates.empty')}</p>
        </Empty>
      }
      columns={[
        {
          key: 'holder',
          title: t('certificate.holder'),
          heads: true,
          cell: (row) => (
            <Link to={`/certificates/${row.id}`}>
              <Person id={row.practitionerId} />
            </Link>
          ),
        },
        { key: 'title', title: t('work.certificates.what'), cell: (row) => words(row.title) },
        {
          key: 'state',
          title: t('certificate.state'),
          cell: (row) => <Status state={row.state} />,
        },
        {
          key: 'reason',
          title: t('certificate.reason'),
          cell: (row) =>
            row.reasonCode === 'issued' ? null : code('acts.reasons', row.reasonCode),
        },
        { key: 'since', title: t('work.since'), cell: (row) => date(row.effective) },
        { key: 'expires', title: t('certificate.expires'), cell: (row) => date(row.expires) },
        {
          key: 'code',
          title: t('certificate.code'),
          cell: (row) => <span className="mono nowrap">{row.code}</span>,
        },
      ]}
    />
  );
}
