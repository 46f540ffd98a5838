import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { frameworkQuery } from '../../../api/competency.ts';
import type { Scheme } from '../../../api/schemes.ts';
import { ShortId } from '../../../components/person.tsx';
import { Table } from '../../../components/table.tsx';
import { useWords } from '../../../i18n/use-words.ts';

/** All of it must be attained; the names are those of the framework's version. */
export function SchemeRequirements({ scheme }: { scheme: Scheme }) {
  const { t, words, code } = useWords();
  const { frameworkId, frameworkVersion } = scheme;
  const framework = useQuery(frameworkQuery(frameworkId, frameworkVersion)).data;
  const kinds = (evidence: readonly string[]): string =>
    evidence.length === 0
      ? t('schemes.anyEvidence')
      : evidence.map((kind) => code('frameworks.kinds', kind)).join(', ');
  return (
    <Table
      caption={t('schemes.requirements')}
      rows={scheme.requirements}
      rowKey={(row) => row.competencyId}
      columns={[
        {
          key: 'competency',
          title: t('frameworks.competency'),
          heads: true,
          cell: ({ competencyId }) => {
            const found = framework?.competencies.find((one) => one.competencyId === competencyId);
            if (!found) return <ShortId id={competencyId} />;
            const address = `/frameworks/${frameworkId}/${frameworkVersion}/competencies/${found.code}`;
            return <Link to={address}>{`${found.code} ${words(found.title)}`}</Link>;
          },
        },
        {
          key: 'level',
          title: t('cases.level'),
          cell: ({ level }) =>
            `${level} ${words(framework?.levels.find((one) => one.level === level)?.title)}`,
        },
        { key: 'evidence', title: t('schemes.evidence'), cell: (row) => kinds(row.evidence) },
      ]}
    />
  );
}
