import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { Dialog } from '../../../../components/dialog.tsx';
import { useWords } from '../../../../i18n/use-words.ts';

/** Asks before a page is left with changes that are not saved; of a closed tab the browser asks itself. */
export function Leaving({ when }: { when: boolean }) {
  const { t } = useWords();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);
  return (
    <Dialog
      title={t('frameworkDraft.leave.title')}
      isOpen={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
    >
      <p>{t('frameworkDraft.leave.text')}</p>
      <div className="row">
        <button type="button" className="button button--primary" onClick={() => blocker.reset?.()}>
          {t('frameworkDraft.leave.stay')}
        </button>
        <button type="button" className="button button--danger" onClick={() => blocker.proceed?.()}>
          {t('frameworkDraft.leave.go')}
        </button>
      </div>
    </Dialog>
  );
}
