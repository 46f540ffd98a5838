import { Outlet, ScrollRestoration } from 'react-router';
import { useWords } from '../i18n/use-words.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

export function Site() {
  const { t } = useWords();
  return (
    <>
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      <Header />
      <main id="content" className="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
      <ScrollRestoration />
    </>
  );
}
