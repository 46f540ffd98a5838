import { NavLink, Outlet, useLocation } from 'react-router';
import { useMe } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { NotFoundPage } from '../not-found-page.tsx';
import { sections, sectionsFor } from './sections.ts';
import './work.css';

/** Above each work page the parts that the account may use; another part is not there for it. */
export function WorkLayout() {
  const { t } = useWords();
  const me = useMe();
  const { pathname } = useLocation();
  const mine = sectionsFor(me?.permissions ?? []);
  const wanted = sections.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  if (mine.length === 0 || (wanted && !mine.includes(wanted))) return <NotFoundPage />;
  return (
    <>
      <nav className="work-nav no-print" aria-label={t('work.label')}>
        <ul className="work-nav__inner">
          {mine.map(({ key, to }) => (
            <li key={key}>
              <NavLink to={to}>{t(`work.${key}.title`)}</NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
