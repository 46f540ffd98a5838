import { Link } from 'react-router';
import type { AttainmentRecord, CertificateCaseFile } from '../../api/cases.ts';
import { useMe } from '../../api/session.ts';
import { ShortId, Who } from '../../components/person.tsx';
import { Status } from '../../components/status.tsx';
import { Table } from '../../components/table.tsx';
import { useWords } from '../../i18n/use-words.ts';

/** What the certificate rests on: each attainment, the attempt that it came of, and who decided that. */
export function CertificateEvidence({ file }: { file: CertificateCaseFile }) {
  const { t, code, date, instant } = useWords();
  const me = useMe();
  const mayReadAttempts = file.copy === 'own' || me?.permissions.includes('cases.read') === true;
  const who = (row: AttainmentRecord, hand: string | undefined) => {
    if (hand !== undefined) return <Who hand={hand} />;
    return row.source.kind === 'result' ? t('cases.notRecorded') : null;
  };
  return (
    <Table
      caption={t('cases.evidence')}
      rows={file.attainments}
      rowKey={(row) => row.attainmentId}
      columns={[
        {
          key: 'competency',
          title: t('national.competency'),
          heads: true,
          cell: (row) => t('home.level', { competency: row.competencyCode, level: row.level }),
        },
        {
          key: 'evidence',
          title: t('cases.kind'),
          cell: (row) => code('frameworks.kinds', row.evidence),
        },
        {
          key: 'source',
          title: t('cases.source'),
          cell: (row) => <Source row={row} mayReadAttempts={mayReadAttempts} />,
        },
        {
          key: 'decided',
          title: t('cases.decidedBy'),
          cell: (row) => who(row, row.source.decidedBy),
        },
        {
          key: 'released',
          title: t('cases.releasedBy'),
          cell: (row) => who(row, row.source.releasedBy),
        },
        { key: 'from', title: t('cases.from'), cell: (row) => date(row.from) },
        { key: 'to', title: t('cases.to'), cell: (row) => (row.to === null ? null : date(row.to)) },
        {
          key: 'withdrawn',
          title: t('cases.stands'),
          cell: (row) =>
            row.withdrawnAt === null ? (
              t('cases.yes')
            ) : (
              <>
                <Status state="withdrawn" since={instant(row.withdrawnAt)} />
                {row.withdrawnReason !== null && <p>{row.withdrawnReason}</p>}
              </>
            ),
        },
      ]}
    />
  );
}

function Source({ row, mayReadAttempts }: { row: AttainmentRecord; mayReadAttempts: boolean }) {
  const { t, code } = useWords();
  const { kind, attemptId, examId } = row.source;
  const word = code('cases.sources', kind);
  return (
    <>
      {attemptId !== undefined && mayReadAttempts ? (
        <Link to={`/attempts/${attemptId}/case`}>{word}</Link>
      ) : (
        word
      )}
      {examId !== undefined && (
        <span className="done quiet">
          {t('acts.kinds.exam')} <ShortId id={examId} />
        </span>
      )}
    </>
  );
}
