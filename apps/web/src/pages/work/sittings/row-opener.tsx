import { useWords } from '../../../i18n/use-words.ts';

export interface RowOpenerProps {
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  /** Where "close" would mean something else. */
  fold?: string;
}

export function RowOpener({ isOpen, onOpen, fold }: RowOpenerProps) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className="button button--quiet button--row"
      aria-expanded={isOpen}
      onClick={() => onOpen(!isOpen)}
    >
      {isOpen ? (fold ?? t('shell.words.close')) : t('sittings.open')}
    </button>
  );
}
