import { Notice } from '../../../components/notice.tsx';
import { useWords } from '../../../i18n/use-words.ts';

/** It is stored nowhere: who leaves this page has to make another. */
export function OncePassword({ password }: { password: string }) {
  const { t } = useWords();
  return (
    <Notice tone="attention" title={t('accounts.onceTitle')} live>
      <p className="mono once">{password}</p>
      <p>{t('accounts.once')}</p>
    </Notice>
  );
}
