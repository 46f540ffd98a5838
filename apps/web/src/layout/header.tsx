import { Link, NavLink, useLocation } from 'react-router';
import { signInAddress, useMe } from '../api/session.ts';
import { useWords } from '../i18n/use-words.ts';
import { sectionsFor } from '../pages/work/sections.ts';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSwitch } from './language-switch.tsx';

export function Header() {
  const { t } = useWords();
  const me = useMe();
  const { pathname } = useLocation();
  const returnTo = pathname === '/' || pathname.startsWith('/sign-in') ? '/home' : pathname;
  const links = [
    ...(me?.person
      ? [
          { to: '/home', title: t('shell.nav.home') },
          { to: '/certificates', title: t('shell.nav.certificates') },
        ]
      : []),
    ...(sectionsFor(me?.permissions ?? []).length > 0
      ? [{ to: '/work', title: t('shell.nav.work') }]
      : []),
    ...(me?.permissions.includes('national.read')
      ? [{ to: '/national', title: t('shell.nav.national') }]
      : []),
    { to: '/verify', title: t('shell.nav.verify') },
  ];
  return (
    <header className="header">
      <div className="header__inner">
        <Link className="wordmark" to="/">
          {t('shell.product')}
        </Link>
        <nav className="header__nav" aria-label={t('shell.nav.label')}>
          {links.map(({ to, title }) => (
            <NavLink key={to} to={to} end={to === '/certificates'}>
              {title}
            </NavLink>
          ))}
        </nav>
        <div className="header__end">
          <LanguageSwitch />
          {me && <AccountMenu me={me} links={links} />}
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
