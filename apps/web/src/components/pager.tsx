import { useWords } from '../i18n/use-words.ts';

/** How many rows a list shows at once: what the services answer if nothing is said. */
export const pageSize = 50;

export const offsetOf = (text: string): number => (/^\d{1,7}$/.test(text) ? Number(text) : 0);

interface PagerProps {
  offset: number;
  shown: number;
  total: number;
  onOffset: (offset: string) => void;
}

export function Pager({ offset, shown, total, onOffset }: PagerProps) {
  const { t, number } = useWords();
  const go = (to: number) => onOffset(to <= 0 ? '' : String(to));
  return (
    <nav className="pager no-print" aria-label={t('work.pages')}>
      <span role="status">
        {t('work.shown', {
          from: number(Math.min(offset + 1, total)),
          to: number(offset + shown),
          total: number(total),
        })}
      </span>
      {offset > 0 && (
        <button type="button" className="button" onClick={() => go(offset - pageSize)}>
          {t('work.before')}
        </button>
      )}
      {offset + shown < total && (
        <button type="button" className="button" onClick={() => go(offset + pageSize)}>
          {t('work.after')}
        </button>
      )}
    </nav>
  );
}
