import { useState } from 'react';
import { Table, type Column } from '../../../../components/table.tsx';
import { useWords } from '../../../../i18n/use-words.ts';
import type { DraftFields } from './draft-fields.ts';
import { added, codeOf, entriesOf, idOf, type Entry, type ListKind } from './draft-edits.ts';
import { modelOf } from './draft-model.ts';
import { EntryFields } from './entry-fields.tsx';
import { EntryOrder } from './entry-order.tsx';
import { GoneEntries } from './gone-entries.tsx';
import { RemoveEntry } from './remove-entry.tsx';

export interface EntriesProps extends DraftFields {
  kind: ListKind;
  /** The id of the one whose form is open. */
  entry: string;
  open: (kind: ListKind, entry?: string) => void;
  focus: (field: string) => void;
}

/** A list of the draft: each entry a row that opens its form, or asks before it goes. */
export function Entries({ kind, entry: opened, open, focus, ...fields }: EntriesProps) {
  const { t, words } = useWords();
  const { model, published, change, go } = fields;
  const [removing, setRemoving] = useState<string | null>(null);
  const entries = entriesOf(model, kind);
  const before =
    published === null ? [] : entriesOf(modelOf({ ...published, equivalence: [] }), kind).map(idOf);
  const sinceOf = (id: string) =>
    published !== null && before.includes(id) ? published.version : null;
  const nameOf = (entry: Entry) =>
    [codeOf(entry), words(entry.title)].filter(Boolean).join(' ') || t('frameworkDraft.unnamed');
  const columns: Column<Entry>[] = [
    { key: 'name', title: t('frameworkDraft.entry'), heads: true, cell: nameOf },
    ...(published === null
      ? []
      : [
          {
            key: 'since',
            title: t('frameworkDraft.since', { version: published.version }),
            cell: (entry: Entry) =>
              t(`frameworkDraft.${sinceOf(idOf(entry)) === null ? 'isNew' : 'isThere'}`),
          },
        ]),
    {
      key: 'change',
      title: t('frameworkDraft.change'),
      untitled: true,
      cell: (entry) => {
        const isOpen = idOf(entry) === opened && removing === null;
        return (
          <button
            type="button"
            className="button button--quiet button--row"
            aria-expanded={isOpen}
            aria-label={`${t(isOpen ? 'shell.words.close' : 'frameworkDraft.change')}: ${nameOf(entry)}`}
            onClick={() => {
              setRemoving(null);
              open(kind, isOpen ? '' : idOf(entry));
            }}
          >
            {t(isOpen ? 'shell.words.close' : 'frameworkDraft.change')}
          </button>
        );
      },
    },
    {
      key: 'order',
      title: t('frameworkDraft.order'),
      untitled: true,
      cell: (entry) => (
        <EntryOrder
          kind={kind}
          id={idOf(entry)}
          name={nameOf(entry)}
          onRemove={() => setRemoving(idOf(entry))}
          focus={focus}
          {...fields}
        />
      ),
    },
  ];
  const detail = (entry: Entry) => {
    const id = idOf(entry);
    if (id === removing)
      return (
        <RemoveEntry
          kind={kind}
          id={id}
          name={nameOf(entry)}
          since={sinceOf(id)}
          onKept={() => setRemoving(null)}
          onGone={() => {
            setRemoving(null);
            open(kind);
            focus(kind);
          }}
          {...fields}
        />
      );
    return id === opened && removing === null ? (
      <div className="entry-form" id={`${kind}.${id}`} tabIndex={-1}>
        <EntryFields kind={kind} id={id} since={sinceOf(id)} {...fields} />
      </div>
    ) : null;
  };
  return (
    <section
      className="entries"
      id={kind}
      tabIndex={-1}
      aria-label={t(`frameworkDraft.parts.${kind}`)}
    >
      {fields.errorOf(kind) !== undefined && <p className="field__error">{fields.errorOf(kind)}</p>}
      {entries.length === 0 ? (
        <p className="quiet">{t(`frameworkDraft.nothing.${kind}`)}</p>
      ) : (
        <Table
          caption={t(`frameworkDraft.parts.${kind}`)}
          rows={entries}
          rowKey={idOf}
          columns={columns}
          detail={detail}
        />
      )}
      <p>
        <button
          type="button"
          className="button"
          onClick={() => {
            const next = added(model, kind, crypto.randomUUID());
            const entry = entriesOf(next, kind).at(-1);
            change(next);
            if (entry) go(`${kind}.${idOf(entry)}.${kind === 'groups' ? 'group' : 'code'}`);
          }}
        >
          {t(`frameworkDraft.add.${kind}`)}
        </button>
      </p>
      {published !== null && (
        <GoneEntries kind={kind} nameOf={nameOf} {...fields} published={published} />
      )}
    </section>
  );
}
