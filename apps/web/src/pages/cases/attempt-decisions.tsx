import type { AttemptDecision } from '../../api/cases.ts';
import { Who } from '../../components/person.tsx';
import { Status } from '../../components/status.tsx';
import { Table } from '../../components/table.tsx';
import { useWords } from '../../i18n/use-words.ts';

/** Every decision there was; the newest counts. */
export function AttemptDecisions({ decisions }: { decisions: readonly AttemptDecision[] }) {
  const { t, instant } = useWords();
  if (decisions.length === 0) return <p>{t('cases.noDecision')}</p>;
  return (
    <Table
      caption={t('cases.decisions')}
      rows={decisions.toSorted((a, b) => b.number - a.number)}
      rowKey={(row) => row.decisionId}
      columns={[
        {
          key: 'verdict',
          title: t('cases.verdict'),
          heads: true,
          cell: (row) => <Status state={row.passed ? 'passed' : 'failed'} />,
        },
        {
          key: 'score',
          title: t('cases.score'),
          cell: (row) =>
            t('result.scoreText', { score: row.score, max: row.maxScore, cut: row.cutScore }),
        },
        { key: 'at', title: t('acts.when'), cell: (row) => instant(row.at) },
        { key: 'who', title: t('acts.who'), cell: (row) => <Who hand={row.author} /> },
        {
          key: 'why',
          title: t('acts.why'),
          cell: (row) =>
            row.author === 'rule'
              ? t('cases.byCutScore', { cut: row.cutScore, max: row.maxScore })
              : row.reason,
        },
      ]}
    />
  );
}
