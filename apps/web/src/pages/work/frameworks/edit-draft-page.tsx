import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { frameworkDraftQuery, publishedVersionQuery } from '../../../api/framework-drafts.ts';
import { useMe } from '../../../api/session.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { DraftEditor } from './draft/draft-editor.tsx';

/** Begins from the draft as it stands now, never from what was read some time ago. */
export function EditDraftPage() {
  const { id = '' } = useParams();
  const me = useMe();
  const draft = useQuery({ ...frameworkDraftQuery(id), staleTime: 0 });
  const latest = draft.data?.latest ?? 0;
  const published = useQuery(publishedVersionQuery(id, latest));
  if (!draft.isFetchedAfterMount && !draft.isError) return <Waiting />;
  return (
    <Loaded query={draft}>
      {(data) => {
        const { document } = data;
        if (document === null) return <Instead frameworkId={id} why="noDraft" />;
        if (!me?.permissions.includes('frameworks.edit'))
          return <Instead frameworkId={id} why="notEditor" />;
        if (latest === 0) return <DraftEditor draft={{ ...data, document }} published={null} />;
        return (
          <Loaded query={published}>
            {(version) => <DraftEditor draft={{ ...data, document }} published={version} />}
          </Loaded>
        );
      }}
    </Loaded>
  );
}

function Instead({ frameworkId, why }: { frameworkId: string; why: 'noDraft' | 'notEditor' }) {
  const { t } = useWords();
  return (
    <Page width="wide" title={t('frameworks.work.draft')}>
      <Notice>
        <p>{t(`frameworkDraft.${why}`)}</p>
        <p>
          <Link to={`/work/frameworks/${frameworkId}`}>{t('frameworkDraft.back')}</Link>
        </p>
      </Notice>
    </Page>
  );
}
