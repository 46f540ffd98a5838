import { Link } from 'react-router';
import type { PractitionerRecord } from '../../../api/practitioners.ts';
import { useMe } from '../../../api/session.ts';
import { Facts } from '../../../components/facts.tsx';
import { WholeId } from '../../../components/person.tsx';
import { Table } from '../../../components/table.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { useAgencies } from './use-agencies.ts';
import { useRoles } from './use-frameworks.ts';

/** Who it is, where, and the way to the certificates. */
export function PersonFacts({ person }: { person: PractitionerRecord }) {
  const { t, date } = useWords();
  const me = useMe();
  const { nameOf, regionOf } = useAgencies();
  const { namesOf } = useRoles();
  const { practitionerId, agencyId, region, roleIds, since } = person;
  return (
    <Facts
      facts={[
        [t('national.agency'), agencyId === null ? t('practitioners.nowhere') : nameOf(agencyId)],
        [t('national.region'), regionOf(region)],
        [t('practitioners.roles'), namesOf(roleIds)],
        [t('work.since'), since && date(since)],
        [t('practitioners.id'), <WholeId key="id" id={practitionerId} />],
        [
          t('work.certificates.title'),
          me?.permissions.includes('certificates.read') ? (
            <Link key="certificates" to={`/work/certificates?practitionerId=${practitionerId}`}>
              {t('practitioners.certificates')}
            </Link>
          ) : null,
        ],
      ]}
    />
  );
}

/** Agency and roles by date: the past stays on record. */
export function Served({ person }: { person: PractitionerRecord }) {
  const { t, date } = useWords();
  const { nameOf } = useAgencies();
  const { namesOf } = useRoles();
  return (
    <Table
      caption={t('practitioners.service')}
      rows={person.affiliations.toReversed()}
      rowKey={({ from, to }) => `${from}/${to}`}
      columns={[
        {
          key: 'agency',
          title: t('national.agency'),
          heads: true,
          cell: (row) => nameOf(row.agencyId),
        },
        { key: 'roles', title: t('practitioners.roles'), cell: (row) => namesOf(row.roleIds) },
        { key: 'from', title: t('practitioners.from'), cell: (row) => date(row.from) },
        {
          key: 'to',
          title: t('practitioners.until'),
          cell: (row) => row.to && date(row.to),
        },
      ]}
    />
  );
}
