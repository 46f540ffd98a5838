import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Receipt } from '../../../api/attempt.ts';
import { myAttemptsQuery } from '../../../api/exam-delivery.ts';
import { download } from '../../../components/download.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { journalStore } from '../journal/journal-store.ts';

/** The receipt first, then what happens next. */
export function ReceiptPage() {
  const { attemptId = '' } = useParams();
  const { t, instant } = useWords();
  const kept = useQuery({
    queryKey: ['receipt', attemptId],
    queryFn: async () => (await journalStore.attempt(attemptId)) ?? null,
  });
  const attempts = useQuery({
    ...myAttemptsQuery,
    refetchInterval: (query) =>
      query.state.data?.items.find((each) => each.attemptId === attemptId)?.state === 'released'
        ? false
        : 1_500,
  });
  const receipt = (kept.data?.receipt ?? null) as Receipt | null;
  const released =
    attempts.data?.items.find((each) => each.attemptId === attemptId)?.state === 'released';
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
