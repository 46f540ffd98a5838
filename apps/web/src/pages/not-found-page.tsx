import { useRouteError } from 'react-router';
import { Notice } from '../components/notice.tsx';
import { useWords } from '../i18n/use-words.ts';
import { Page } from '../layout/page.tsx';

export function NotFoundPage() {
  const { t } = useWords();
  return (
    <Page title={t('shell.errors.notFoundTitle')} width="narrow">
      <p>{t('shell.errors.notFound')}</p>
    </Page>
  );
}

export function BrokenPage() {
  const { t } = useWords();
  const error = useRouteError();
  console.error(error);
  return (
    <Page title={t('shell.errors.brokenTitle')} width="narrow">
      <Notice tone="attention">
        <p>{t('shell.errors.broken')}</p>
      </Notice>
      <p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t('shell.errors.tryAgain')}
        </button>
      </p>
    </Page>
  );
}
