import { useWords } from '../i18n/use-words.ts';

/** Words that appear only when the answer takes longer than a blink. */
export function Waiting() {
  const { t } = useWords();
  return (
    <output className="page">
      <span className="waiting">{t('shell.words.loading')}</span>
    </output>
  );
}
