import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { scoringAnnexQuery, type ScoringAnnex } from '../../api/cases.ts';
import { Facts } from '../../components/facts.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ExactIds, WholeId } from '../../components/person.tsx';
import { StatusWord } from '../../components/status.tsx';
import { Table } from '../../components/table.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page, Section } from '../../layout/page.tsx';
import { CaseTools } from './case-tools.tsx';
import { writeKey } from './write-key.ts';
import { writeResponse } from './write-response.ts';
import './cases.css';

/** For the court alone: the keys, and the stored answers scored by them once more. */
export function ScoringAnnexPage() {
  const { attemptId = '' } = useParams();
  const annex = useQuery(scoringAnnexQuery(attemptId));
  return (
    <ExactIds value>
      <Loaded query={annex}>{(data) => <Annex annex={data} />}</Loaded>
    </ExactIds>
  );
}

function Annex({ annex }: { annex: ScoringAnnex }) {
  const { t, instant } = useWords();
  const { attemptId, totals, journal } = annex;
  const points = ({ score, maxScore }: { score: number; maxScore: number }) =>
    t('cases.points', { score, max: maxScore });
  return (
    <Page
      kind="public"
      kicker={t('cases.annexKicker')}
      title={t('cases.annexTitle')}
      lead={t('cases.writtenAt', { time: instant(annex.writtenAt) })}
    >
      <CaseTools file={annex} name={`attempt-scoring-${attemptId}.json`}>
        <Link to={`/attempts/${attemptId}/case`}>{t('cases.toFile')}</Link>
      </CaseTools>
      <p>{t('cases.annexText')}</p>
      <Facts
        facts={[
          [t('cases.attemptId'), <WholeId key="attempt" id={attemptId} />],
          [t('cases.formId'), <WholeId key="form" id={annex.formId} />],
          [t('cases.packageDigest'), <WholeId key="package" id={annex.packageDigest} />],
          [
            t('cases.journal'),
            journal.outcome === 'intact'
              ? t('cases.intact', { count: journal.entries })
              : t('cases.broken', { seq: journal.seq }),
          ],
          [t('cases.stored'), `${points(totals.stored)}, ${instant(annex.decision.at)}`],
          [t('cases.again'), points(totals.again)],
          [t('cases.equal'), <Equal key="equal" equal={totals.equal} />],
        ]}
      />
      <Section title={t('cases.keys')}>
        <Items annex={annex} />
      </Section>
    </Page>
  );
}

function Items({ annex }: { annex: ScoringAnnex }) {
  const { t, code } = useWords();
  return (
    <Table
      caption={t('cases.keys')}
      rows={annex.items.toSorted((a, b) => a.position - b.position)}
      rowKey={(row) => row.item}
      columns={[
        {
          key: 'question',
          title: t('cases.questionShort'),
          heads: true,
          cell: (row) => row.position,
        },
        {
          key: 'rule',
          title: t('cases.scoredBy'),
          cell: (row) => code('cases.processings', row.rule.processing),
        },
        {
          key: 'key',
          title: t('cases.key'),
          cell: (row) => <span className="mono">{writeKey(row.scoring)}</span>,
        },
        {
          key: 'response',
          title: t('cases.answer'),
          cell: (row) => <span className="mono annex__answer">{writeResponse(row.response)}</span>,
        },
        {
          key: 'stored',
          title: t('cases.stored'),
          number: true,
          cell: (row) => row.stored?.score ?? t('cases.notRecorded'),
        },
        {
          key: 'again',
          title: t('cases.again'),
          number: true,
          cell: (row) => row.again.score,
        },
        { key: 'equal', title: t('cases.equal'), cell: (row) => <Equal equal={row.equal} /> },
      ]}
    />
  );
}

function Equal({ equal }: { equal: boolean }) {
  const { t } = useWords();
  return (
    <StatusWord tone={equal ? 'good' : 'refusal'} word={equal ? t('cases.yes') : t('cases.no')} />
  );
}
