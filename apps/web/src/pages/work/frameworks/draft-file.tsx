import { useQuery } from '@tanstack/react-query';
import {
  asDraft,
  frameworkDrafts,
  publishedVersionQuery,
  type FrameworkDraft,
} from '../../../api/framework-drafts.ts';
import { useMe } from '../../../api/session.ts';
import { download } from '../../../components/download.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { FrameworkFile } from './framework-file.tsx';
import { useKeptDraft } from './use-kept-draft.ts';

/** The second way to edit: the draft, or without one the newest version, leaves and comes back as a file. */
export function DraftFile({ draft }: { draft: FrameworkDraft }) {
  const { t } = useWords();
  const me = useMe();
  const keep = useKeptDraft();
  const { data: newest } = useQuery(publishedVersionQuery(draft.frameworkId, draft.latest));
  const document = draft.document ?? (newest && asDraft(newest));
  return (
    <div className="stack">
      <p>{t('frameworkDraft.asFileText')}</p>
      {document && (
        <p>
          <button
            type="button"
            className="button"
            onClick={() =>
              download(
                document,
                `${document.code}-${draft.document === null ? draft.latest : 'draft'}.json`,
              )
            }
          >
            {t(`frameworks.work.${draft.document === null ? 'takeNewest' : 'take'}`)}
          </button>
        </p>
      )}
      {me?.permissions.includes('frameworks.edit') && (
        <FrameworkFile
          label={t('frameworks.work.put')}
          onDocument={async (changed) => keep(await frameworkDrafts.save(draft, changed))}
        />
      )}
    </div>
  );
}
