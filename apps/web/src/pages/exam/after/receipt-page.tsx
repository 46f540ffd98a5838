import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams } from 'react-router';
import type { Receipt } from '../../../api/attempt.ts';
import { myAttemptsQuery } from '../../../api/exam-delivery.ts';
import { download } from '../../../components/download.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { Admitted } from '../../../layout/signed-in.tsx';
import { NotFoundPage } from '../../not-found-page.tsx';
import { journalStore } from '../journal/journal-store.ts';

/** The receipt that this computer keeps; without one, who is signed in learns that the exam is handed in. */
export function ReceiptPage() {
  const { attemptId = '' } = useParams();
  const kept = useQuery({
    queryKey: ['receipt', attemptId],
    queryFn: async () => (await journalStore.attempt(attemptId)) ?? null,
    networkMode: 'always',
    retry: false,
  });
  if (kept.isPending) return <Waiting />;
  const receipt = (kept.data?.receipt ?? null) as Receipt | null;
  const page = <Handed attemptId={attemptId} receipt={receipt} />;
  return receipt ? page : <Admitted>{page}</Admitted>;
}

/** The receipt first, then what happens next. */
function Handed({ attemptId, receipt }: { attemptId: string; receipt: Receipt | null }) {
  const { t, instant } = useWords();
  const attempts = useQuery({
    ...myAttemptsQuery,
    refetchInterval: ({ state }) =>
      state.data?.items.find((each) => each.attemptId === attemptId)?.state === 'released'
        ? false
        : state.error
          ? 15_000
          : 1_500,
  });
  const attempt = attempts.data?.items.find((each) => each.attemptId === attemptId);
  const released = attempt?.state === 'released';
  // Without a receipt the server's word is needed before anything is said.
  if (!receipt && !attempts.data) return <Loaded query={attempts}>{() => null}</Loaded>;
  if (!receipt && !attempt) return <NotFoundPage />;
  if (!receipt && attempt?.endedAt === null)
    return <Navigate to={`/exams/${attempt.sittingId}`} replace />;
  return (
    <Page
      width="narrow"
      title={t('exam.receiptTitle')}
      lead={
        receipt
          ? t('exam.receiptLead', {
              time: instant(receipt.receipt.endedAt),
              answered: receipt.receipt.answered,
            })
          : t('exam.receiptNoCount')
      }
    >
      {receipt?.receipt.how === 'automatic' && <p>{t('exam.receiptAutomatic')}</p>}
      <Section title={t('exam.afterwards')}>
        <div aria-live="polite" className="stack">
          <p>{released ? t('exam.thenHere') : t('exam.thenSoon')}</p>
          {released && (
            <Link className="button button--primary" to={`/attempts/${attemptId}/result`}>
              {t('exam.seeResult')}
            </Link>
          )}
        </div>
      </Section>
      {receipt && (
        <Section title={t('exam.receiptCode')}>
          <p>{t('exam.receiptKept')}</p>
          <p className="mono">{receipt.receipt.journalHead}</p>
          <p>
            <button
              type="button"
              className="button"
              onClick={() => download(receipt, `receipt-${attemptId}.json`)}
            >
              {t('exam.receiptDownload')}
            </button>
          </p>
        </Section>
      )}
    </Page>
  );
}
