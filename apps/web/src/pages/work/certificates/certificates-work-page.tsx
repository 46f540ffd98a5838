import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import {
  certificatesQuery,
  certificateStates,
  schemesQuery,
  type CertificateView,
} from '../../../api/certificates.ts';
import { useMe } from '../../../api/session.ts';
import { Empty } from '../../../components/empty.tsx';
import { PersonSearch } from '../../../components/person-search.tsx';
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
  const me = useMe();
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
        {address.practitionerId !== '' && (
          <p className="filters__said">
            {t('certificate.holder')}: <Person id={address.practitionerId} />{' '}
            <button
              type="button"
              className="button button--quiet"
              onClick={() => change({ practitionerId: '' })}
            >
              {t('work.everybody')}
            </button>
          </p>
        )}
      </div>
      {address.practitionerId === '' && me?.permissions.includes('practitioners.read') && (
        <PersonSearch
          name="holder"
          label={t('work.certificates.ofPerson')}
          act={t('work.show')}
          onChoose={(person) => change({ practitionerId: person.practitionerId })}
        />
      )}
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
