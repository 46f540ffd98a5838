import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { FrameworkDraft } from '../../../../api/framework-drafts.ts';
import { download } from '../../../../components/download.ts';
import { useWords } from '../../../../i18n/use-words.ts';
import { ChangesList } from '../changes/changes-list.tsx';
import { documentOf } from './draft-model.ts';
import type { DraftEditing } from './use-draft-editing.ts';

export interface ConflictNoticeProps {
  editing: DraftEditing;
  /** As it stands now: saved by another, or published and gone. */
  theirs: FrameworkDraft;
  onDropped: () => void;
}

/** Another person saved in the meantime: what they changed, and each way to go on. */
export function ConflictNotice({ editing, theirs, onDropped }: ConflictNoticeProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const { saved, model } = editing;
  const { document } = theirs;
  useEffect(() => box.current?.focus(), []);
  const drop = async () => {
    if (document === null) {
      await navigate(`/work/frameworks/${theirs.frameworkId}`);
      return;
    }
    await editing.replaceBy({ ...theirs, document });
    onDropped();
  };
  return (
    <div className="error-summary conflict" role="alert" tabIndex={-1} ref={box}>
      <h2>
        {theirs.latest > saved.latest
          ? t('frameworkDraft.conflict.published', { version: theirs.latest })
          : t('frameworkDraft.conflict.title')}
      </h2>
      <p>{t('frameworkDraft.conflict.text')}</p>
      {document !== null && (
        <details className="as-table">
          <summary>{t('frameworkDraft.conflict.theirs')}</summary>
          <ChangesList
            before={{ ...saved.document, version: saved.latest }}
            after={document}
            none={t('frameworkDraft.conflict.noChange')}
          />
        </details>
      )}
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => download(documentOf(model), `${model.code}-mine.json`)}
        >
          {t('frameworkDraft.conflict.file')}
        </button>
        <button type="button" className="button" onClick={() => void editing.save(theirs)}>
          {t('frameworkDraft.conflict.overwrite')}
        </button>
        <button type="button" className="button button--danger" onClick={() => void drop()}>
          {t('frameworkDraft.conflict.drop')}
        </button>
      </div>
      <p className="quiet">{t('frameworkDraft.conflict.overwriteText')}</p>
    </div>
  );
}
