import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import {
  frameworkDraftQuery,
  frameworksQuery,
  publishedVersionQuery,
  type FrameworkDraft,
} from '../../../api/framework-drafts.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { DraftFile } from './draft-file.tsx';
import { DraftOverview } from './draft-overview.tsx';
import { WhatChanges } from './what-changes.tsx';

export function FrameworkPage() {
  const { id = '' } = useParams();
  const draft = useQuery(frameworkDraftQuery(id));
  return <Loaded query={draft}>{(data) => <OneFramework draft={data} />}</Loaded>;
}

function OneFramework({ draft }: { draft: FrameworkDraft }) {
  const { t, words } = useWords();
  const { data } = useQuery(frameworksQuery);
  const { data: newest } = useQuery(publishedVersionQuery(draft.frameworkId, draft.latest));
  const { document } = draft;
  const listed = data?.items.find(({ frameworkId }) => frameworkId === draft.frameworkId);
  const code = listed?.code ?? document?.code ?? '';
  return (
    <Page
      width="wide"
      kicker={t('frameworks.work.kicker')}
      title={words((document ?? newest)?.title) || code}
    >
      <Section title={t('frameworks.work.draft')}>
        <DraftOverview draft={draft} />
      </Section>
      {document !== null && <WhatChanges draft={draft} document={document} />}
      <Section title={t('frameworks.work.versions')}>
        <Versions code={code} versions={listed?.versions ?? []} />
      </Section>
      <details className="as-table">
        <summary>{t('frameworkDraft.asFile')}</summary>
        <DraftFile draft={draft} />
      </details>
    </Page>
  );
}

interface VersionsProps {
  code: string;
  versions: { version: number; publishedAt: string }[];
}

function Versions({ code, versions }: VersionsProps) {
  const { t, instant } = useWords();
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
