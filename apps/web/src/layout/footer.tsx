import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.ts';

export function Footer() {
  const { t } = useWords();
  return (
    <footer className="footer">
      <div className="footer__inner">
        <span>{t('shell.footer.what')}</span>
        <span>{t('shell.footer.time')}</span>
        <Link to="/frameworks">{t('shell.nav.frameworks')}</Link>
        <Link to="/verify">{t('shell.nav.verify')}</Link>
      </div>
    </footer>
  );
}
