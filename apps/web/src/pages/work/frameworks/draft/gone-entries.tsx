import { useWords } from '../../../../i18n/use-words.ts';
import type { PublishedVersion } from '../../../../api/framework-drafts.ts';
import type { DraftFields } from './draft-fields.ts';
import { broughtBack, goneFrom, idOf, type Entry, type ListKind } from './draft-edits.ts';

export interface GoneEntriesProps extends DraftFields {
  kind: ListKind;
  published: PublishedVersion;
  nameOf: (entry: Entry) => string;
}

/** What the published version has and the draft leaves out: seen, and one act away. */
export function GoneEntries({ kind, published, nameOf, model, change, go }: GoneEntriesProps) {
  const { t } = useWords();
  const gone = goneFrom(model, kind, published);
  if (gone.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('frameworkDraft.gone', { version: published.version })}</h3>
      <ul className="gone-entries">
        {gone.map((entry) => (
          <li key={idOf(entry)}>
            <button
              type="button"
              className="button button--quiet button--row"
              onClick={() => {
                change(broughtBack(model, kind, idOf(entry), published));
                go(`${kind}.${idOf(entry)}`);
              }}
            >
              {t('frameworkDraft.bring', { name: nameOf(entry) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
