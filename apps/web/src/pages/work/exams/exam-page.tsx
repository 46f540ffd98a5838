import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { examQuery, exams, type Exam } from '../../../api/exams.ts';
import { useMe } from '../../../api/session.ts';
import { Acts } from '../../../components/acts.tsx';
import { Facts } from '../../../components/facts.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { ShortId, Who } from '../../../components/person.tsx';
import { Status } from '../../../components/status.tsx';
import { languageNames } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { isHand } from './is-hand.ts';

export function ExamPage() {
  const { examId = '' } = useParams();
  const exam = useQuery(examQuery(examId));
  return <Loaded query={exam}>{(data) => <OneExam exam={data} />}</Loaded>;
}

function OneExam({ exam }: { exam: Exam }) {
  const { t, words } = useWords();
  return (
    <Page
      width="wide"
      kicker={exam.code}
      title={words(exam.title)}
      lead={<Status state={exam.state} />}
    >
      {exam.state === 'draft' && <DraftActs exam={exam} />}
      <div className="two-columns">
        <div>
          <Section title={t('exams.rules')}>
            <Rules exam={exam} />
          </Section>
        </div>
        <div>
          <Section title={t('exams.about')}>
            <About exam={exam} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

function DraftActs({ exam }: { exam: Exam }) {
  const { t } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const publishes = me?.permissions.includes('exams.publish') ?? false;
  const barred = publishes && me !== null && me !== undefined && isHand(exam.editors, me);
  return (
    <>
      {me?.permissions.includes('exams.edit') && (
        <p>
          <Link className="button button--primary" to={`/work/exams/${exam.examId}/edit`}>
            {t('items.edit')}
          </Link>
        </p>
      )}
      {barred && (
        <Notice>
          <p>{t('refusals.editor-publishes')}</p>
        </Notice>
      )}
      {publishes && !barred && (
        <Acts
          acts={[
            {
              key: 'publish',
              title: t('exams.publish.title'),
              explains: <p>{t('exams.publish.explains')}</p>,
              submit: t('exams.publish.submit'),
              perform: async (_, reason) => {
                const changed = await exams.publish(exam, reason);
                queries.setQueryData(examQuery(exam.examId).queryKey, changed);
                await queries.invalidateQueries({ queryKey: ['exams'] });
              },
            },
          ]}
        />
      )}
    </>
  );
}

function Rules({ exam }: { exam: Exam }) {
  const { t, number } = useWords();
  const { rules } = exam;
  return (
    <Facts
      facts={[
        [t('exams.minutes'), t('shell.words.minutes', { minutes: rules.minutes })],
        [t('exams.grace'), t('shell.words.minutes', { minutes: rules.graceMinutes })],
        [t('cases.cutScore'), number(rules.cutScore.score)],
        [t('cases.justification'), rules.cutScore.justification],
        [t('cases.setBy'), rules.cutScore.author],
        [t('items.languages'), rules.languages.map((each) => languageNames[each]).join(', ')],
        [t('exams.switch'), rules.languageSwitch ? t('exams.yes') : t('exams.no')],
        [t('exams.release'), t(`exams.releases.${rules.release}`)],
        [
          t('exams.retakes'),
          t('exams.retakesText', {
            days: rules.retakes.waitDays.join(', '),
            attempts: rules.retakes.maxAttempts,
            months: rules.retakes.windowMonths,
          }),
        ],
      ]}
    />
  );
}

function About({ exam }: { exam: Exam }) {
  const { t, instant } = useWords();
  return (
    <Facts
      facts={[
        [t('cases.level'), exam.level],
        [t('exams.forms'), exam.formIds.map((id) => <FormLink key={id} id={id} />)],
        [
          t('exams.editors'),
          exam.editors.map((hand, index) => (
            <span key={hand.account}>
              {index > 0 && ', '}
              <Who hand={hand} />
            </span>
          )),
        ],
        [t('items.publisher'), exam.publishedBy && <Who key="by" hand={exam.publishedBy} />],
        [t('cases.publishedAt'), exam.publishedAt === null ? null : instant(exam.publishedAt)],
      ]}
    />
  );
}

/** A form is the question bank's to show; without its permissions the id has to do. */
function FormLink({ id }: { id: string }) {
  const me = useMe();
  const may = ['forms.assemble', 'forms.publish', 'exams.edit'].some((each) =>
    me?.permissions.includes(each),
  );
  return (
    <div>{may ? <Link to={`/work/forms/${id}`}>{id.slice(0, 8)}</Link> : <ShortId id={id} />}</div>
  );
}
