import { useState, type FormEvent, type ReactNode } from 'react';
import { Refusal } from '../api/problem.ts';
import { useWords } from '../i18n/use-words.ts';
import { ErrorSummary, type FieldProblem } from './error-summary.tsx';
import { RefusalNotice, useFieldWords, useRefusalWords } from './refusal-notice.tsx';

export interface FormProps {
  submit: string;
  /** Resolves when done; a Refusal is shown: by field where the service named one, else in words. */
  onSubmit: (data: FormData) => Promise<void>;
  /** Checks before sending. */
  check?: (data: FormData) => FieldProblem[];
  /** Our own words for the service's reason codes. */
  say?: (refusal: Refusal) => string | undefined;
  children: (errorOf: (field: string) => string | undefined) => ReactNode;
  actions?: ReactNode;
  danger?: boolean;
}

export function Form({ submit, onSubmit, check, say, children, actions, danger }: FormProps) {
  const { t } = useWords();
  const inWords = useRefusalWords();
  const byField = useFieldWords();
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const found = check?.(data) ?? [];
    setProblems(found);
    setRefusal(null);
    if (found.length > 0 || busy) return;
    setBusy(true);
    try {
      await onSubmit(data);
    } catch (error) {
      const ownWords = error instanceof Refusal ? say?.(error) : undefined;
      const named = error instanceof Refusal ? byField(error) : [];
      const told = ownWords ?? (error instanceof Refusal ? inWords(error) : undefined);
      if (ownWords === undefined && named.length > 0) setProblems(named);
      else if (told !== undefined) setProblems([{ field: '', message: told }]);
      else setRefusal(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="form" noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary problems={problems} />
      {refusal !== null && <RefusalNotice error={refusal} />}
      {children((field) => problems.find((problem) => problem.field === field)?.message)}
      <div className="row">
        <button
          type="submit"
          className={`button ${danger ? 'button--danger-filled' : 'button--primary'}`}
          aria-disabled={busy}
        >
          {submit}
        </button>
        {actions}
      </div>
      <output className="unseen">{busy ? t('shell.words.loading') : ''}</output>
    </form>
  );
}
