import type { AttemptCaseFile, JournalRow } from '../../api/cases.ts';
import { Table } from '../../components/table.tsx';
import { StatusWord } from '../../components/status.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { writeResponse } from './write-response.ts';

/** Every entry in its order, with both clocks and the hash that binds it to the one before. */
export function AttemptJournal({ file }: { file: AttemptCaseFile }) {
  const { t, code, clock } = useWords();
  const { check, rows } = file.journal;
  const positions = new Map(file.shown.items.map((item) => [item.item, item.position]));
  const question = (row: JournalRow) =>
    row.item === null ? null : (positions.get(row.item) ?? null);
  return (
    <>
      <p>
        {check.outcome === 'intact' ? (
          <StatusWord tone="good" word={t('cases.intact', { count: check.entries })} />
        ) : (
          <StatusWord tone="refusal" word={t('cases.broken', { seq: check.seq })} />
        )}
      </p>
      <Table
        caption={t('cases.journal')}
        rows={rows}
        rowKey={(row) => String(row.seq)}
        columns={[
          { key: 'seq', title: t('cases.seq'), heads: true, cell: (row) => row.seq },
          { key: 'kind', title: t('acts.what'), cell: (row) => code('cases.entryKinds', row.kind) },
          { key: 'item', title: t('cases.questionShort'), cell: question },
          {
            key: 'body',
            title: t('cases.content'),
            cell: (row) => (
              <span className="mono">{row.kind === 'started' ? '' : writeResponse(row.body)}</span>
            ),
          },
          { key: 'claimed', title: t('cases.claimed'), cell: (row) => clock(row.claimedAt) },
          { key: 'server', title: t('cases.server'), cell: (row) => clock(row.serverAt) },
          {
            key: 'hash',
            title: t('cases.hash'),
            cell: (row) => (
              <span className="mono" title={row.hash}>
                {row.hash.slice(0, 12)}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
