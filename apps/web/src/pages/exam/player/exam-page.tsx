import { useCallback, useEffect, useState } from 'react';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { Notice } from '../../../components/notice.tsx';
import { RefusalNotice } from '../../../components/refusal-notice.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { holdAlone } from './hold-alone.ts';
import { openAttempt, type Opened } from './open-attempt.ts';
import { ExamPlayer } from './player.tsx';

type Opening =
  | Opened
  | { outcome: 'opening' | 'elsewhere' }
  | { outcome: 'failed'; error: unknown };

/** Opens the attempt in this one window, and leads to where it stands. */
export function ExamPage() {
  const { sittingId = '' } = useParams();
  const { t } = useWords();
  const navigate = useNavigate();
  const [opening, setOpening] = useState<Opening>({ outcome: 'opening' });
  const [tries, setTries] = useState(0);
  const openAgain = useCallback(() => {
    setOpening({ outcome: 'opening' });
    setTries((before) => before + 1);
  }, []);
  useEffect(() => {
    let gone = false;
    const release = holdAlone(
      `sanad-exam-${sittingId}`,
      () => {
        openAttempt(sittingId)
          .then((opened) => !gone && setOpening(opened))
          .catch((error: unknown) => !gone && setOpening({ outcome: 'failed', error }));
      },
      () => !gone && setOpening({ outcome: 'elsewhere' }),
    );
    return () => {
      gone = true;
      release();
    };
  }, [sittingId, tries]);

  const { outcome } = opening;
  useEffect(() => {
    // The receipt's page is here before it is needed, however the network is then.
    if (outcome === 'running') import('../after/receipt-page.tsx').catch(() => undefined);
    if (outcome !== 'failed') return undefined;
    window.addEventListener('online', openAgain);
    return () => window.removeEventListener('online', openAgain);
  }, [outcome, openAgain]);

  switch (opening.outcome) {
    case 'opening':
      return <Waiting />;
    case 'none':
      return <Navigate to={`/exams/${sittingId}`} replace />;
    case 'ended':
      return <Navigate to={`/attempts/${opening.attemptId}/receipt`} replace />;
    case 'running':
      return (
        <ExamPlayer
          exam={opening.exam}
          onSubmitted={() =>
            void navigate(`/attempts/${opening.attemptId}/receipt`, { replace: true })
          }
          onVoided={() => setOpening({ outcome: 'void' })}
        />
      );
    case 'void':
      return (
        <Page title={t('exam.voidedTitle')} width="narrow">
          <p>{t('exam.voided')}</p>
          <p>
            <Link to="/home">{t('exam.toHome')}</Link>
          </p>
        </Page>
      );
    case 'elsewhere':
      return (
        <Page title={t('exam.openElsewhereTitle')} width="narrow">
          <p>{t('exam.openElsewhere')}</p>
        </Page>
      );
    case 'locked':
      return (
        <Page title={t('exam.lockedTitle')} width="narrow">
          <Notice tone="attention">
            <p>{t('exam.locked')}</p>
          </Notice>
        </Page>
      );
    case 'failed':
      return (
        <Page title={t('exam.notOpenTitle')} width="narrow">
          {/* Not by loading the page again: without a network the browser would have none. */}
          <RefusalNotice error={opening.error} onRetry={openAgain} />
          <p>
            <Link to={`/exams/${sittingId}`}>{t('shell.words.back')}</Link>
          </p>
        </Page>
      );
  }
}
