import { useState } from 'react';
import { checkAudit, type AuditedService, type ChainAnswer } from '../../../api/audit.ts';
import { RefusalNotice } from '../../../components/refusal-notice.tsx';
import { StatusWord } from '../../../components/status.tsx';
import { useWords } from '../../../i18n/use-words.ts';

/** Recomputes every hash of the service's trail and says what came of it. */
export function ChainCheck({ service }: { service: AuditedService }) {
  const { t, number } = useWords();
  const [answer, setAnswer] = useState<ChainAnswer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    setError(null);
    try {
      setAnswer(await checkAudit(service));
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="row">
      <button type="button" className="button" disabled={busy} onClick={() => void check()}>
        {t('audit.check')}
      </button>
      <output>
        {busy && t('shell.words.loading')}
        {!busy && answer?.outcome === 'whole' && (
          <StatusWord tone="good" word={t('audit.whole', { rows: number(answer.rows) })} />
        )}
        {!busy && answer?.outcome === 'broken' && (
          <StatusWord tone="refusal" word={t('audit.broken', { row: answer.at })} />
        )}
      </output>
      {error !== null && <RefusalNotice error={error} />}
    </div>
  );
}
