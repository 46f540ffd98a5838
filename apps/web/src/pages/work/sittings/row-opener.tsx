import { useWords } from '../../../i18n/use-words.ts';

export function RowOpener({
  isOpen,
  onOpen,
}: {
  isOpen: boolean;
  onOpen: (open: boolean) => void;
}) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className="button button--quiet button--row"
      aria-expanded={isOpen}
      onClick={() => onOpen(!isOpen)}
    >
      {isOpen ? t('shell.words.close') : t('sittings.open')}
    </button>
  );
}
