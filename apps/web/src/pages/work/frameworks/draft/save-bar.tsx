import { RefusalNotice } from '../../../../components/refusal-notice.tsx';
import { useWords } from '../../../../i18n/use-words.ts';

export interface SaveBarProps {
  dirty: boolean;
  busy: boolean;
  savedAt: Date | null;
  /** Why the service took nothing, where it named no field. */
  refusal: unknown;
}

/** Stays in sight below the fields, and says how it stands in words. */
export function SaveBar({ dirty, busy, savedAt, refusal }: SaveBarProps) {
  const { t, clock } = useWords();
  const state = () => {
    if (dirty) return t('frameworkDraft.unsaved');
    return savedAt === null
      ? t('frameworkDraft.allSaved')
      : t('frameworkDraft.saved', { time: clock(savedAt) });
  };
  return (
    <div className="save-bar no-print">
      {refusal !== null && <RefusalNotice error={refusal} />}
      <button type="submit" className="button button--primary" aria-disabled={busy}>
        {t('items.save')}
      </button>
      <output className={dirty ? 'save-bar__open' : 'quiet'}>{state()}</output>
    </div>
  );
}
