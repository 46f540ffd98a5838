import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useWords } from '../../../../i18n/use-words.ts';
import type { DraftFields } from './draft-fields.ts';
import { canGo, entriesOf, idOf, moved, type ListKind } from './draft-edits.ts';

export interface EntryOrderProps extends DraftFields {
  kind: ListKind;
  id: string;
  name: string;
  onRemove: () => void;
  focus: (field: string) => void;
}

/** Levels stand in the order of their numbers; every other list is in the order of its editor. */
export function EntryOrder({ kind, id, name, model, change, onRemove, focus }: EntryOrderProps) {
  const { t } = useWords();
  const entries = entriesOf(model, kind);
  const at = entries.findIndex((entry) => idOf(entry) === id);
  const move = (by: 1 | -1) => {
    change(moved(model, kind, id, by));
    // The button travels with its row and loses the cursor; at an end the other one takes it.
    const isAtEnd = at + by === 0 || at + by === entries.length - 1;
    const way = isAtEnd ? -by : by;
    focus(`${kind}.${id}.${way === -1 ? 'up' : 'down'}`);
  };
  return (
    <span className="option-row__acts">
      {kind !== 'levels' && (
        <>
          <button
            type="button"
            id={`${kind}.${id}.up`}
            className="button button--quiet"
            disabled={at === 0}
            aria-label={t('items.up', { id: name })}
            onClick={() => move(-1)}
          >
            <ArrowUp aria-hidden />
          </button>
          <button
            type="button"
            id={`${kind}.${id}.down`}
            className="button button--quiet"
            disabled={at === entries.length - 1}
            aria-label={t('items.down', { id: name })}
            onClick={() => move(1)}
          >
            <ArrowDown aria-hidden />
          </button>
        </>
      )}
      {(kind !== 'levels' || canGo(model, kind, id)) && (
        <button
          type="button"
          className="button button--quiet"
          aria-label={t('items.remove', { id: name })}
          onClick={onRemove}
        >
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}
