import { Refusal } from '../api/problem.ts';
import { useWords } from '../i18n/use-words.ts';
import type { FieldProblem } from './error-summary.tsx';
import { Notice } from './notice.tsx';

/** The sentence for a service's reason, if we have one: the services themselves speak English. */
export function useRefusalWords(): (refusal: Refusal) => string | undefined {
  const { t, known } = useWords();
  return ({ reason, status }) => {
    if (reason !== undefined) return known('refusals', reason);
    return status === 412 ? t('shell.errors.changedMeanwhile') : undefined;
  };
}

/** What is wrong with each field that the service named: by the code, else in the service's own words. */
export function useFieldWords(): (refusal: Refusal) => FieldProblem[] {
  const { known } = useWords();
  return ({ problem }) => {
    const told = (problem?.errors ?? []).map(({ field, message, code = '' }) => ({
      field,
      message:
        known('faults', code) ??
        known('frameworkDraft.problems', code) ??
        known('refusals', code) ??
        message,
    }));
    // Two constraints may say the same: that a field is empty, and that it is no text.
    return told.filter(
      (one, at) =>
        told.findIndex(({ field, message }) => field === one.field && message === one.message) ===
        at,
    );
  };
}

/** What happened, what is safe, what to do; never a code alone. */
export function RefusalNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useWords();
  const kind = error instanceof Refusal ? error.kind : 'server';
  const inWords = useRefusalWords();
  const told = error instanceof Refusal ? inWords(error) : undefined;
  const detail = told ?? (error instanceof Refusal ? error.problem?.detail : undefined);
  const retry = onRetry && (
    <button type="button" className="button" onClick={onRetry}>
      {t('shell.errors.tryAgain')}
    </button>
  );
  switch (kind) {
    case 'network':
      return (
        <Notice tone="attention" title={t('shell.errors.networkTitle')} live>
          <p>{t('shell.errors.network')}</p>
          {retry}
        </Notice>
      );
    case 'forbidden':
    case 'unauthenticated':
      return (
        <Notice tone="attention" title={t('shell.errors.forbiddenTitle')} live>
          <p>{told ?? t('shell.errors.forbidden')}</p>
        </Notice>
      );
    case 'not-found':
      return (
        <Notice title={t('shell.errors.notFoundTitle')} live>
          <p>{t('shell.errors.notFound')}</p>
        </Notice>
      );
    case 'too-many':
      return (
        <Notice tone="attention" title={t('shell.errors.tooManyTitle')} live>
          <p>{t('shell.errors.tooMany')}</p>
          {retry}
        </Notice>
      );
    case 'conflict':
    case 'invalid':
      return (
        <Notice tone="refusal" title={t('shell.errors.title')} live>
          {detail !== undefined && <p>{detail}</p>}
        </Notice>
      );
    case 'server':
      return (
        <Notice tone="attention" title={t('shell.errors.serverTitle')} live>
          <p>{t('shell.errors.server')}</p>
          {retry}
        </Notice>
      );
  }
}
