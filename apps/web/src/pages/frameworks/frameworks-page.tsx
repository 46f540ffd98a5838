import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { frameworksQuery } from '../../api/competency.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page } from '../../layout/page.tsx';
import './frameworks.css';

export function FrameworksPage() {
  const { t, words, instant } = useWords();
  const frameworks = useQuery(frameworksQuery);
  return (
    <Page kind="public" title={t('frameworks.title')} lead={t('frameworks.lead')}>
      <Loaded query={frameworks}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('frameworks.emptyTitle')}>
              <p>{t('frameworks.empty')}</p>
            </Empty>
          ) : (
            <ul className="framework-list">
              {items.map((item) => (
                <li key={`${item.frameworkId}/${item.version}`}>
                  <h2>
                    <Link to={`/frameworks/${item.frameworkId}/${item.version}`}>
                      {words(item.title)}
                    </Link>
                  </h2>
                  <p className="quiet">
                    {t('frameworks.version', {
                      version: item.version,
                      date: instant(item.publishedAt),
                    })}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
