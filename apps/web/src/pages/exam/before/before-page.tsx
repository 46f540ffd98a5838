import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { myExamsQuery, openingOf, type MyExam } from '../../../api/exam-delivery.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { whyNot } from '../../home/why-not.ts';
import { BeginForm } from './begin-form.tsx';
import { useComputerCheck } from './check-computer.ts';
import { ComputerCheck } from './computer-check.tsx';
import { ExamFacts } from './exam-facts.tsx';
import './before.css';

export function BeforePage() {
  const { sittingId = '' } = useParams();
  const exams = useQuery(myExamsQuery);
  return (
    <Loaded query={exams}>
      {({ items, serverTime }) => {
        const exam = items.find((each) => each.sittingId === sittingId);
        const opening = exam && openingOf(exam, serverTime);
        return exam && (opening === 'start' || opening === 'go-on') ? (
          <Before exam={exam} resumes={opening === 'go-on'} />
        ) : (
          <NotOpen exam={exam} />
        );
      }}
    </Loaded>
  );
}

function Before({ exam, resumes }: { exam: MyExam; resumes: boolean }) {
  const { t, words, instant } = useWords();
  const check = useComputerCheck(exam.sittingId);
  const broken = check.data?.some((each) => each.needed && !each.passed) ?? false;
  const rules = ['rule1', 'rule2', 'rule3', 'rule4', 'rule5', 'rule6'] as const;
  return (
    <Page
      width="narrow"
      kicker={t('exam.beforeKicker')}
      title={words(exam.examTitle)}
      lead={
        resumes
          ? t('exam.goOnText', { time: instant(exam.attempt?.deadline ?? exam.closesAt) })
          : t('exam.beforeLead')
      }
    >
      {!resumes && (
        <>
          <Section title={t('exam.facts')}>
            <ExamFacts exam={exam} />
          </Section>
          <Section title={t('exam.rules')}>
            <ul className="rules">
              {rules.map((rule) => (
                <li key={rule}>{t(`exam.${rule}`)}</li>
              ))}
            </ul>
          </Section>
        </>
      )}
      <Section title={t('exam.check')}>
        <ComputerCheck checks={check.data} />
      </Section>
      {broken ? (
        <p>
          <button type="button" className="button" onClick={() => void check.refetch()}>
            {t('shell.errors.tryAgain')}
          </button>
        </p>
      ) : (
        <BeginForm exam={exam} resumes={resumes} />
      )}
    </Page>
  );
}

function NotOpen({ exam }: { exam: MyExam | undefined }) {
  const { t, date, instant } = useWords();
  const reason = exam && whyNot(t, exam, date);
  return (
    <Page width="narrow" title={t('exam.notOpenTitle')}>
      <p>
        {reason ?? (exam ? t('home.opens', { date: instant(exam.opensAt) }) : t('exam.notFound'))}
      </p>
      <p>
        <Link to="/home">{t('exam.toHome')}</Link>
      </p>
    </Page>
  );
}
