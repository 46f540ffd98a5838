import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { myAttemptsQuery, type MyAttempt } from '../../api/exam-delivery.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Status } from '../../components/status.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { useWords } from '../../i18n/use-words.ts';

export function History() {
  const { t } = useWords();
  const attempts = useQuery(myAttemptsQuery);
  return (
    <Loaded query={attempts}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('home.historyEmptyTitle')}>
            <p>{t('home.historyEmpty')}</p>
          </Empty>
        ) : (
          <Attempts items={items} />
        )
      }
    </Loaded>
  );
}

function Attempts({ items }: { items: MyAttempt[] }) {
  const { t, words, instant } = useWords();
  const columns: Column<MyAttempt>[] = [
    { key: 'exam', title: t('home.exam'), heads: true, cell: (row) => words(row.examTitle) },
    {
      key: 'date',
      title: t('home.date'),
      cell: (row) => <time dateTime={row.startedAt}>{instant(row.startedAt)}</time>,
    },
    { key: 'result', title: t('home.result'), cell: (row) => <AttemptStatus attempt={row} /> },
    {
      key: 'more',
      title: t('home.more'),
      untitled: true,
      cell: (row) =>
        row.state === 'released' && (
          <span className="row">
            <Link to={`/attempts/${row.attemptId}/result`}>{t('home.seeResult')}</Link>
            <Link to={`/attempts/${row.attemptId}/case`}>{t('home.caseFile')}</Link>
          </span>
        ),
    },
  ];
  return (
    <Table
      caption={t('home.history')}
      columns={columns}
      rows={items}
      rowKey={(row) => row.attemptId}
    />
  );
}

function AttemptStatus({ attempt }: { attempt: MyAttempt }) {
  if (attempt.state === 'released' && typeof attempt.passed === 'boolean')
    return <Status state={attempt.passed ? 'passed' : 'failed'} />;
  if (attempt.voidReason !== null)
    return (
      <>
        <Status state="void" />
        <p className="quiet">{attempt.voidReason}</p>
      </>
    );
  return <Status state={attempt.state === 'decided' ? 'submitted' : attempt.state} />;
}
