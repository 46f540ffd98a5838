import type { CertificateEvent } from '../../api/cases.ts';
import { Who } from '../../components/person.tsx';
import { Status } from '../../components/status.tsx';
import { Table } from '../../components/table.tsx';
import { useWords } from '../../i18n/use-words.ts';

export function CertificateEvents({ events }: { events: readonly CertificateEvent[] }) {
  const { t, code, date, instant } = useWords();
  return (
    <Table
      caption={t('cases.events')}
      rows={events}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'kind',
          title: t('acts.what'),
          heads: true,
          cell: (row) => <Status state={row.kind} />,
        },
        { key: 'at', title: t('acts.when'), cell: (row) => instant(row.at) },
        { key: 'effective', title: t('acts.effective'), cell: (row) => date(row.effective) },
        { key: 'who', title: t('acts.who'), cell: (row) => <Who hand={row.authority} /> },
        {
          key: 'why',
          title: t('acts.why'),
          cell: (row) => (
            <>
              {row.kind !== 'issued' && code('acts.reasons', row.reasonCode)}
              {row.reason && <p>{row.reason}</p>}
            </>
          ),
        },
        {
          key: 'log',
          title: t('cases.leaf'),
          number: true,
          cell: (row) => (
            <span title={row.digest}>
              {row.logIndex === null ? t('cases.notYet') : row.logIndex}
            </span>
          ),
        },
      ]}
    />
  );
}
