import { Link } from 'react-router';
import { useMe } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Page } from '../../layout/page.tsx';
import { sectionsFor } from './sections.ts';

export function WorkHomePage() {
  const { t } = useWords();
  const me = useMe();
  return (
    <Page width="wide" title={t('work.title')} lead={t('work.lead')}>
      <ul className="work-parts">
        {sectionsFor(me?.permissions ?? []).map(({ key, to }) => (
          <li key={key}>
            <h2>
              <Link to={to}>{t(`work.${key}.title`)}</Link>
            </h2>
            <p>{t(`work.${key}.text`)}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
