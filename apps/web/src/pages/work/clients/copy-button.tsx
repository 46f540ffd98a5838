import { useState } from 'react';
import { useWords } from '../../../i18n/use-words.ts';

/** Where the browser does not let a page copy, what is to be copied stands beside it and can be marked. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button no-print"
        onClick={() =>
          void navigator.clipboard?.writeText(text).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        {label}
      </button>
      <output className="quiet">{copied ? t('shell.words.copied') : ''}</output>
    </>
  );
}
