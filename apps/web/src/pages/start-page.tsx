import { Link } from 'react-router';
import { signInAddress, useMe } from '../api/session.ts';
import { useWords } from '../i18n/use-words.ts';
import { Page } from '../layout/page.tsx';
import { beginningFor } from './work/sections.ts';
import './start.css';

export function StartPage() {
  const { t } = useWords();
  const me = useMe();
  const beginning = beginningFor(me?.permissions ?? []);
  return (
    <Page kind="public" title={t('shell.start.title')} lead={t('shell.start.lead')}>
      <ul className="doors">
        <li className="door">
          <h2>{t('shell.start.verifyTitle')}</h2>
          <p>{t('shell.start.verifyText')}</p>
          <Link className="button button--primary" to="/verify">
            {t('shell.start.verifyAct')}
          </Link>
        </li>
        <li className="door">
          <h2>{t('shell.start.homeTitle')}</h2>
          <p>{t('shell.start.homeText')}</p>
          {me ? (
            <Link className="button" to="/home">
              {me.person !== null || beginning === null
                ? t('shell.nav.home')
                : t(beginning === '/work' ? 'shell.nav.work' : 'shell.nav.national')}
            </Link>
          ) : (
            <a className="button" href={signInAddress('/home')}>
              {t('shell.start.homeAct')}
            </a>
          )}
        </li>
        <li className="door">
          <h2>{t('shell.start.frameworkTitle')}</h2>
          <p>{t('shell.start.frameworkText')}</p>
          <Link className="button" to="/frameworks">
            {t('shell.start.frameworkAct')}
          </Link>
        </li>
      </ul>
    </Page>
  );
}
