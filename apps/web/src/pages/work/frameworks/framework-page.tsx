import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import {
  frameworkDraftQuery,
  frameworkDrafts,
  frameworksQuery,
  newestAsDraft,
  type FrameworkDraft,
} from '../../../api/framework-drafts.ts';
import { useMe } from '../../../api/session.ts';
import { Acts } from '../../../components/acts.tsx';
import { download } from '../../../components/download.ts';
import { Facts } from '../../../components/facts.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { FrameworkFile } from './framework-file.tsx';

export function FrameworkPage() {
  const { id = '' } = useParams();
  const draft = useQuery(frameworkDraftQuery(id));
  return <Loaded query={draft}>{(data) => <OneFramework draft={data} />}</Loaded>;
}

function OneFramework({ draft }: { draft: FrameworkDraft }) {
  const { t, words } = useWords();
  const { document } = draft;
  const code = useCode(draft.frameworkId) ?? document?.code ?? '';
  return (
    <Page
      width="wide"
      kicker={t('frameworks.work.kicker')}
      title={document ? words(document.title) : code}
    >
      <div className="two-columns">
        <div>
          <Section title={t('frameworks.work.draft')}>
            <Draft draft={draft} />
          </Section>
        </div>
        <div>
          <Section title={t('frameworks.work.versions')}>
            <Versions id={draft.frameworkId} code={code} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

function useCode(id: string): string | undefined {
  const { data } = useQuery(frameworksQuery);
  return data?.items.find(({ frameworkId }) => frameworkId === id)?.code;
}

function Draft({ draft }: { draft: FrameworkDraft }) {
  const { t } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const { document } = draft;
  const renew = async () => {
    await queries.invalidateQueries({ queryKey: frameworkDraftQuery(draft.frameworkId).queryKey });
    await queries.invalidateQueries({ queryKey: frameworksQuery.queryKey });
  };
  return (
    <div className="stack">
      {document === null ? (
        <>
          <p>{t('frameworks.work.noDraftText')}</p>
          {draft.latest > 0 && (
            <p>
              <button
                type="button"
                className="button"
                onClick={() =>
                  void newestAsDraft(draft).then((document) =>
                    download(document, `framework-${draft.latest}.json`),
                  )
                }
              >
                {t('frameworks.work.takeNewest')}
              </button>
            </p>
          )}
        </>
      ) : (
        <>
          <Facts
            facts={[
              [t('frameworks.work.code'), document.code],
              [t('frameworks.work.competencies'), document.competencies.length],
              [t('frameworks.levels'), document.levels.length],
              [t('frameworks.work.roles'), document.roles.length],
              [t('frameworks.work.requirements'), document.requirements.length],
            ]}
          />
          <p>
            <button
              type="button"
              className="button"
              onClick={() => download(document, `${document.code}-draft.json`)}
            >
              {t('frameworks.work.take')}
            </button>
          </p>
        </>
      )}
      {me?.permissions.includes('frameworks.edit') && (
        <FrameworkFile
          label={t('frameworks.work.put')}
          onDocument={async (changed) => {
            await frameworkDrafts.save(draft, changed);
            await renew();
          }}
        />
      )}
      {document !== null && me?.permissions.includes('frameworks.publish') && (
        <Acts
          acts={[
            {
              key: 'publish',
              title: t('frameworks.work.publish'),
              explains: <p>{t('frameworks.work.publishExplains')}</p>,
              submit: t('frameworks.work.publish'),
              perform: async (_, reason) => {
                await frameworkDrafts.publish(draft, reason);
                await renew();
              },
            },
          ]}
        />
      )}
    </div>
  );
}

function Versions({ id, code }: { id: string; code: string }) {
  const { t, instant } = useWords();
  const { data } = useQuery(frameworksQuery);
  const versions = data?.items.find(({ frameworkId }) => frameworkId === id)?.versions ?? [];
  if (versions.length === 0) return <p>{t('frameworks.work.noVersion')}</p>;
  return (
    <ul className="stack">
      {versions
        .toSorted((a, b) => b.version - a.version)
        .map(({ version, publishedAt }) => (
          <li key={version}>
            <Link to={`/frameworks/${encodeURIComponent(code)}/${version}`}>
              {t('frameworks.version', { version, date: instant(publishedAt) })}
            </Link>
          </li>
        ))}
    </ul>
  );
}
