import { useQuery } from '@tanstack/react-query';
import type { Framework } from '../../api/competency.ts';
import { agenciesQuery, regionsQuery } from '../../api/national.ts';
import { SelectField, type Choice } from '../../components/select-field.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { ChangeNational, NationalAddress } from './national-address.ts';

export interface NationalFiltersProps {
  address: NationalAddress;
  change: ChangeNational;
  framework: Framework;
  /** The only agency that the account may see; null: all. */
  scope: string | null;
}

export function NationalFilters({ address, change, framework, scope }: NationalFiltersProps) {
  const { t, words } = useWords();
  const agencies = useQuery(agenciesQuery).data?.items ?? [];
  const regions = useQuery(regionsQuery).data?.items ?? [];
  const roles = framework.roles.map((role) => choice(role.code, words(role.title)));
  const inRegion = agencies.filter(
    (agency) => address.region === '' || agency.region === address.region,
  );
  const own = agencies.find((agency) => agency.agencyId === scope);
  return (
    <section className="filters no-print" aria-label={t('national.filters')}>
      <SelectField
        name="role"
        label={t('national.role')}
        value={address.role}
        onChange={(role) => change({ role })}
        choices={[choice('', t('national.allRoles')), ...roles]}
      />
      {scope === null ? (
        <>
          <SelectField
            name="region"
            label={t('national.region')}
            value={address.region}
            // An agency belongs to one region: what was chosen before may not be in this one.
            onChange={(region) => change({ region, agency: '' })}
            choices={[
              choice('', t('national.allRegions')),
              ...regions.map((region) => choice(region.code, words(region.title))),
            ]}
          />
          <SelectField
            name="agency"
            label={t('national.agency')}
            value={address.agency}
            onChange={(agency) => change({ agency })}
            choices={[
              choice('', t('national.allAgencies')),
              ...inRegion.map((agency) => choice(agency.agencyId, words(agency.title))),
            ]}
          />
        </>
      ) : (
        <p className="filters__said">
          {t('national.scope', { agency: words(own?.title) || t('national.ownAgency') })}
        </p>
      )}
    </section>
  );
}

const choice = (value: string, label: string): Choice => ({ value, label });
