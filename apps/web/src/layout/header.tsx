import { Link, NavLink, useLocation } from 'react-router';
import { signInAddress, useMe } from '../api/session.ts';
import { useWords } from '../i18n/use-words.ts';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSwitch } from './language-switch.tsx';

export function Header() {
  const { t } = useWords();
  const me = useMe();
  const { pathname } = useLocation();
  const returnTo = pathname === '/' || pathname.startsWith('/sign-in') ? '/home' : pathname;
  const sees = (permission: string) => me?.permissions.includes(permission) ?? false;
  return (
    <header className="header">
      <div className="header__inner">
        <Link className="wordmark" to="/">
          {t('shell.product')}
        </Link>
        <nav className="header__nav" aria-label={t('shell.nav.label')}>
          {me?.person && <NavLink to="/home">{t('shell.nav.home')}</NavLink>}
          {me?.person && <NavLink to="/certificates">{t('shell.nav.certificates')}</NavLink>}
          {sees('national.read') && <NavLink to="/national">{t('shell.nav.national')}</NavLink>}
          <NavLink to="/verify">{t('shell.nav.verify')}</NavLink>
        </nav>
        <div className="header__end">
          <LanguageSwitch />
          {me && <AccountMenu me={me} />}
          {me === null && (
            <a className="button button--quiet" href={signInAddress(returnTo)}>
              {t('shell.nav.signIn')}
            </a>
          )}
        </div>
      </div>
    </header>
  );
}
