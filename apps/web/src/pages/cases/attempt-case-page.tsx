import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { attemptCaseQuery, type AttemptCaseFile } from '../../api/cases.ts';
import { useMe } from '../../api/session.ts';
import { AuditTable } from '../../components/audit-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { ExactIds } from '../../components/person.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page, Section } from '../../layout/page.tsx';
import { AttemptDecisions } from './attempt-decisions.tsx';
import { AttemptFacts, ExamRules, FormFacts, ReceiptFacts } from './attempt-facts.tsx';
import { AttemptJournal } from './attempt-journal.tsx';
import { CaseTools } from './case-tools.tsx';
import { ItemsShown } from './items-shown.tsx';
import { OpenedCases } from './opened-cases.tsx';
import './cases.css';

/** What goes to court about an attempt: what was shown, answered, when, by which rule it was scored, who decided. */
export function AttemptCasePage() {
  const { attemptId = '' } = useParams();
  const file = useQuery(attemptCaseQuery(attemptId));
  return (
    <ExactIds value>
      <Loaded query={file}>{(data) => <CaseFile file={data} />}</Loaded>
    </ExactIds>
  );
}

function CaseFile({ file }: { file: AttemptCaseFile }) {
  const { t, words, instant } = useWords();
  const me = useMe();
  const { check } = file.journal;
  const { decidedAt, practitionerId } = file.attempt;
  const mayReadScoring =
    me?.permissions.includes('scoring.read') === true &&
    me.person !== practitionerId &&
    decidedAt !== null;
  const audit = [...file.audit.attempt, ...file.audit.sitting, ...file.audit.exam].toSorted(
    (a, b) => a.seq - b.seq,
  );
  return (
    <Page
      kind="public"
      kicker={t('cases.attemptKicker')}
      title={words(file.exam.title)}
      lead={t('cases.writtenAt', { time: instant(file.writtenAt) })}
    >
      <CaseTools file={file} name={`attempt-case-${file.attempt.attemptId}.json`}>
        {mayReadScoring && (
          <Link to={`/attempts/${file.attempt.attemptId}/case/scoring`}>{t('cases.toAnnex')}</Link>
        )}
      </CaseTools>
      {check.outcome === 'broken' && (
        <Notice tone="refusal" title={t('cases.brokenTitle')}>
          <p>{t('cases.broken', { seq: check.seq })}</p>
        </Notice>
      )}
      <AttemptFacts file={file} />
      <Section title={t('cases.decisions')}>
        <AttemptDecisions decisions={file.decisions} />
      </Section>
      <Section title={t('cases.rules')}>
        <ExamRules file={file} />
      </Section>
      <Section title={t('cases.shown')}>
        <p className="quiet">{t('cases.shownText')}</p>
        <FormFacts hands={file.shown.hands} />
        <ItemsShown file={file} />
      </Section>
      {file.cases.length > 0 && (
        <Section title={t('cases.cases')}>
          <OpenedCases cases={file.cases} />
        </Section>
      )}
      {file.lateEntries.length > 0 && (
        <Notice tone="attention" title={t('cases.lateTitle')}>
          <p>{t('cases.late', { count: file.lateEntries.length })}</p>
        </Notice>
      )}
      <Section title={t('cases.receipt')}>
        <ReceiptFacts receipt={file.receipt} />
      </Section>
      <Section title={t('cases.journal')}>
        <p className="quiet">{t('cases.journalText')}</p>
        <AttemptJournal file={file} />
      </Section>
      <Section title={t('cases.audit')}>
        <p className="quiet">{t('cases.auditText')}</p>
        <AuditTable caption={t('cases.audit')} rows={audit} />
      </Section>
    </Page>
  );
}
