import { useEffect, useRef } from 'react';
import { useWords } from '../i18n/use-words.ts';

export interface FieldProblem {
  field: string;
  message: string;
}

/** Stands at the top of a form after a refusal, takes the focus, and leads to each field. */
export function ErrorSummary({ problems }: { problems: readonly FieldProblem[] }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('shell.errors.title')}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field + message}>
            {field === '' ? (
              message
            ) : (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {labelOf(field)}
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Which field it is, in the words that stand above it: two fields may have the same problem. */
function labelOf(field: string): string {
  const label = document.querySelector(`label[for="${CSS.escape(field)}"]`);
  // Of words in three languages the group says what they are, the label only which language.
  const group = label?.closest('.localised')?.querySelector('legend');
  return [group, label].flatMap((each) => (each ? [`${each.textContent}: `] : [])).join('');
}
