import { useEffect, useRef } from 'react';
import { useWords } from '../../../../i18n/use-words.ts';
import type { DraftFields } from './draft-fields.ts';
import { canGo, removed, type ListKind } from './draft-edits.ts';

export interface RemoveEntryProps extends DraftFields {
  kind: ListKind;
  id: string;
  name: string;
  /** The version in which it stands; null where it is new. */
  since: number | null;
  onKept: () => void;
  onGone: () => void;
}

/** Says in its place what goes with it, before it goes. */
export function RemoveEntry(props: RemoveEntryProps) {
  const { kind, id, name, since, model, change, onKept, onGone } = props;
  const { t } = useWords();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const may = canGo(model, kind, id);
  const within = model.competencies.filter(({ group }) => group === id).map(({ code }) => code);
  const says = () => {
    if (!may) return t('frameworkDraft.remove.inUse', { list: within.join(', ') });
    return since === null
      ? t('frameworkDraft.remove.unpublished')
      : t(`frameworkDraft.remove.${kind}`, { version: since });
  };
  return (
    <div className="remove-entry">
      <strong>{t('frameworkDraft.remove.title', { name })}</strong>
      <p>{says()}</p>
      <div className="row">
        <button type="button" className="button" ref={keep} onClick={onKept}>
          {t('frameworkDraft.remove.keep')}
        </button>
        {may && (
          <button
            type="button"
            className="button button--danger"
            onClick={() => {
              change(removed(model, kind, id));
              onGone();
            }}
          >
            {t('frameworkDraft.remove.submit')}
          </button>
        )}
      </div>
    </div>
  );
}
