import { useWords } from '../../../i18n/use-words.ts';

/** Says why no more letters come: an input that stops taking them looks broken. */
export function LimitHint({ id, typed, limit }: { id: string; typed: string; limit: number }) {
  const { t } = useWords();
  return (
    <span id={id} className="field__hint entry__limit" role="status">
      {typed.length >= limit && t('exam.limitReached', { limit })}
    </span>
  );
}
