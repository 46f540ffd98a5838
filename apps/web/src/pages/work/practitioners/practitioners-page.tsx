import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { agenciesQuery, regionsQuery } from '../../../api/national.ts';
import { practitionerListQuery } from '../../../api/practitioners.ts';
import { useMe } from '../../../api/session.ts';
import { Empty } from '../../../components/empty.tsx';
import { fullName } from '../../../components/person-search.tsx';
import { WholeId } from '../../../components/person.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { WorkList } from '../../../components/work-list.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { PractitionersFile } from './practitioners-file.tsx';
import { useRoles } from './use-frameworks.ts';

const keys = ['search', 'agency', 'role', 'region', 'offset'] as const;

export function PractitionersPage() {
  const { t, words, date } = useWords();
  const me = useMe();
  const [address, change] = useAddress(keys);
  const query = useQuery(practitionerListQuery(address));
  const agencies = useQuery(agenciesQuery).data?.items ?? [];
  const regions = useQuery(regionsQuery).data?.items ?? [];
  const roles = useRoles();
  const agencyOf = (id: string | null) =>
    words(agencies.find(({ agencyId }) => agencyId === id)?.title);
  const { offset, ...filter } = address;
  return (
    <Page width="wide" title={t('work.practitioners.title')} lead={t('work.practitioners.text')}>
      <div className="filters">
        <TextField
          name="search"
          type="search"
          label={t('practitioners.search')}
          value={address.search}
          onChange={(search) => change({ search })}
        />
        {me?.agency == null && (
          <>
            <SelectField
              name="agency"
              label={t('national.agency')}
              value={address.agency}
              onChange={(agency) => change({ agency })}
              choices={[
                { value: '', label: t('national.allAgencies') },
                ...agencies.map(({ agencyId, title }) => ({
                  value: agencyId,
                  label: words(title),
                })),
              ]}
            />
            <SelectField
              name="region"
              label={t('national.region')}
              value={address.region}
              onChange={(region) => change({ region })}
              choices={[
                { value: '', label: t('national.allRegions') },
                ...regions.map(({ code, title }) => ({ value: code, label: words(title) })),
              ]}
            />
          </>
        )}
        <SelectField
          name="role"
          label={t('national.role')}
          value={address.role}
          onChange={(role) => change({ role })}
          choices={[{ value: '', label: t('national.allRoles') }, ...roles.choices]}
        />
        {me?.permissions.includes('practitioners.manage') && (
          <Link className="button button--primary" to="/work/practitioners/new">
            {t('practitioners.register')}
          </Link>
        )}
      </div>
      <PractitionersFile filter={filter} agencyOf={agencyOf} rolesOf={roles.namesOf} />
      <WorkList
        query={query}
        caption={t('work.practitioners.title')}
        rowKey={(row) => row.practitionerId}
        offset={offset}
        onOffset={(next) => change({ offset: next })}
        empty={
          <Empty title={t('practitioners.emptyTitle')}>
            <p>{t('practitioners.empty')}</p>
          </Empty>
        }
        columns={[
          {
            key: 'name',
            title: t('practitioners.name'),
            heads: true,
            cell: (row) => (
              <Link to={`/work/practitioners/${row.practitionerId}`}>{fullName(row)}</Link>
            ),
          },
          {
            key: 'agency',
            title: t('national.agency'),
            cell: (row) => agencyOf(row.agencyId) || t('practitioners.nowhere'),
          },
          {
            key: 'roles',
            title: t('practitioners.roles'),
            cell: (row) => roles.namesOf(row.roleIds),
          },
          {
            key: 'since',
            title: t('work.since'),
            cell: (row) => (row.since === null ? null : date(row.since)),
          },
          {
            key: 'id',
            title: t('practitioners.id'),
            cell: (row) => <WholeId id={row.practitionerId} />,
          },
        ]}
      />
    </Page>
  );
}
