import type { ReactNode } from 'react';
import { download } from '../../components/download.ts';
import { useWords } from '../../i18n/use-words.ts';

/** The file as data and on paper. */
export function CaseTools({
  file,
  name,
  children,
}: {
  file: unknown;
  name: string;
  children?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <div className="row no-print">
      <button type="button" className="button" onClick={() => window.print()}>
        {t('shell.words.print')}
      </button>
      <button type="button" className="button" onClick={() => download(file, name)}>
        {t('cases.asData')}
      </button>
      {children}
    </div>
  );
}
