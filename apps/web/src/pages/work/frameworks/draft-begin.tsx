import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import {
  asDraft,
  frameworkDrafts,
  publishedVersionQuery,
  type FrameworkDraft,
} from '../../../api/framework-drafts.ts';
import { RefusalNotice } from '../../../components/refusal-notice.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { useKeptDraft } from './use-kept-draft.ts';

export function EditDraft({ frameworkId }: { frameworkId: string }) {
  const { t } = useWords();
  return (
    <p>
      <Link className="button button--primary" to={`/work/frameworks/${frameworkId}/draft`}>
        {t('frameworkDraft.edit')}
      </Link>
    </p>
  );
}

/** Makes the newest version the draft of the next, and opens it. */
export function NewDraft({ draft }: { draft: FrameworkDraft }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const keep = useKeptDraft();
  const { data: newest } = useQuery(publishedVersionQuery(draft.frameworkId, draft.latest));
  const [refusal, setRefusal] = useState<unknown>(null);
  const begin = async () => {
    if (newest === undefined) return;
    setRefusal(null);
    try {
      await keep(await frameworkDrafts.save(draft, asDraft(newest)));
      await navigate(`/work/frameworks/${draft.frameworkId}/draft`);
    } catch (error) {
      setRefusal(error);
    }
  };
  return (
    <>
      <p>
        <button
          type="button"
          className="button button--primary"
          aria-disabled={newest === undefined}
          onClick={() => void begin()}
        >
          {t('frameworkDraft.begin', { version: draft.latest })}
        </button>
      </p>
      {refusal !== null && <RefusalNotice error={refusal} />}
    </>
  );
}
