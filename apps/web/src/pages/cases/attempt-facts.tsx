import type { AttemptCaseFile, FormHands } from '../../api/cases.ts';
import { Facts } from '../../components/facts.tsx';
import { Person, WholeId, Who, type Hand } from '../../components/person.tsx';
import { Status, StatusWord } from '../../components/status.tsx';
import { Done } from './done.tsx';
import { languageNames } from '../../i18n/languages.ts';
import { useWords } from '../../i18n/use-words.ts';

export function AttemptFacts({ file }: { file: AttemptCaseFile }) {
  const { t, code, words, instant } = useWords();
  const { attempt, sitting, shown } = file;
  const { ended, released, voided } = attempt;
  return (
    <Facts
      facts={[
        [t('cases.candidate'), <Person key="candidate" id={attempt.practitionerId} />],
        [t('cases.practitionerId'), <WholeId key="id" id={attempt.practitionerId} />],
        [t('cases.state'), <Status key="state" state={attempt.state} />],
        [t('cases.sitting'), words(sitting.title)],
        [t('cases.language'), languageNames[attempt.language]],
        [t('cases.started'), instant(attempt.startedAt)],
        [t('cases.deadline'), instant(attempt.deadline)],
        [t('cases.ended'), ended && `${instant(ended.at)}, ${code('cases.how', ended.how)}`],
        [
          t('cases.released'),
          released && (
            <>
              {instant(released.at)}, <Who hand={released.by} />
            </>
          ),
        ],
        [
          t('cases.voided'),
          voided && (
            <>
              {instant(voided.at)}, <Who hand={voided.by} />: {voided.reason}
            </>
          ),
        ],
        [t('cases.attemptId'), <WholeId key="attempt" id={attempt.attemptId} />],
        [t('cases.formId'), <WholeId key="form" id={shown.formId} />],
        [t('cases.packageDigest'), <WholeId key="package" id={shown.packageDigest} />],
      ]}
    />
  );
}

export function ExamRules({ file }: { file: AttemptCaseFile }) {
  const { t, number, instant } = useWords();
  const { exam } = file;
  const { cutScore, minutes } = exam.rules;
  return (
    <Facts
      facts={[
        [t('cases.exam'), exam.code],
        [t('cases.level'), t('shell.words.level', { level: exam.level })],
        [t('cases.minutes'), t('shell.words.minutes', { minutes })],
        [t('cases.cutScore'), number(cutScore.score, Number.isInteger(cutScore.score) ? 0 : 2)],
        [t('cases.justification'), cutScore.justification],
        [t('cases.setBy'), cutScore.author],
        [t('cases.total'), t('cases.totalText', { exact: number(file.scoredBy.exactTo, 6) })],
        [t('cases.publishedAt'), exam.publishedAt === null ? null : instant(exam.publishedAt)],
        [t('cases.publishedBy'), <Who key="by" hand={exam.publishedBy} />],
      ]}
    />
  );
}

/** Who assembled and published what was shown; the candidate's own copy has nothing of it. */
export function FormFacts({ hands }: { hands: FormHands | undefined }) {
  const { t, instant } = useWords();
  if (hands === undefined) return null;
  const { assembledBy, assembledAt, publishedBy, publishedAt } = hands;
  const by = (hand: Hand, at: string | null) =>
    hand === null ? t('cases.notRecorded') : <Done by={hand} at={at} />;
  return (
    <Facts
      facts={[
        [t('cases.assembledBy'), by(assembledBy, assembledAt)],
        [t('cases.formPublishedBy'), by(publishedBy, publishedAt)],
        [t('cases.formPublishedAt'), publishedBy === null ? instant(publishedAt) : null],
      ]}
    />
  );
}

export function ReceiptFacts({ receipt }: { receipt: AttemptCaseFile['receipt'] }) {
  const { t, instant } = useWords();
  if (receipt === null) return <p>{t('cases.noReceipt')}</p>;
  const { endedAt, entries, answered, journalHead } = receipt.receipt;
  return (
    <Facts
      facts={[
        [
          t('cases.signature'),
          receipt.holds === null ? (
            t('cases.olderKey')
          ) : (
            <StatusWord
              key="holds"
              tone={receipt.holds ? 'good' : 'refusal'}
              word={receipt.holds ? t('cases.holds') : t('cases.doesNotHold')}
            />
          ),
        ],
        [t('cases.ended'), instant(endedAt)],
        [t('cases.entries'), entries],
        [t('cases.answeredCount'), answered],
        [t('cases.journalHead'), <WholeId key="head" id={journalHead} />],
        [t('cases.keyId'), <WholeId key="key" id={receipt.keyId} />],
      ]}
    />
  );
}
