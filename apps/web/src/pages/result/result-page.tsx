import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { myResultQuery, type MyResult } from '../../api/exam-delivery.ts';
import { Refusal } from '../../api/problem.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page, Section } from '../../layout/page.tsx';

export function ResultPage() {
  const { attemptId = '' } = useParams();
  const { t } = useWords();
  const result = useQuery(myResultQuery(attemptId));
  if (result.error instanceof Refusal && result.error.kind === 'not-found') {
    return (
      <Page width="narrow" title={t('result.notYetTitle')}>
        <p>{t('result.notYet')}</p>
      </Page>
    );
  }
  return <Loaded query={result}>{(data) => <Result result={data} />}</Loaded>;
}

/** In words first, then the figures; then what helps now. */
function Result({ result }: { result: MyResult }) {
  const { t, language, words, date, instant } = useWords();
  const { passed, nextTry, learn } = result;
  return (
    <Page
      width="narrow"
      kicker={t('result.kicker')}
      title={passed ? t('result.passed') : t('result.failed')}
      lead={result.words[language].text}
    >
      <dl className="facts">
        <dt>{t('result.score')}</dt>
        <dd>
          {t('result.scoreText', {
            score: result.score,
            max: result.maxScore,
            cut: result.cutScore,
          })}
        </dd>
        <dt>{t('result.decided')}</dt>
        <dd>{instant(result.decidedAt)}</dd>
      </dl>
      {!passed && learn.length > 0 && (
        <Section title={t('result.learn')}>
          <p>{t('result.learnText')}</p>
          {learn.map((each) => (
            <div key={each.competencyId} className="stack">
              <h3>{t('home.level', { competency: words(each.title), level: each.level })}</h3>
              <p>{words(each.descriptor)}</p>
            </div>
          ))}
        </Section>
      )}
      <Section title={t('result.afterwards')}>
        {passed && <p>{t('result.certificate')}</p>}
        {nextTry !== null && <p>{t('result.nextTry', { date: date(nextTry) })}</p>}
        <div className="row">
          {passed && (
            <Link className="button button--primary" to="/certificates">
              {t('result.toCertificates')}
            </Link>
          )}
          <Link className="button" to="/home">
            {t('result.toHome')}
          </Link>
        </div>
      </Section>
    </Page>
  );
}
