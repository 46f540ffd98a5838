import { useQuery } from '@tanstack/react-query';
import { agenciesQuery, regionsQuery } from '../../../api/national.ts';
import { useMe } from '../../../api/session.ts';
import { useWords } from '../../../i18n/use-words.ts';

/** Agencies and regions by name, as far as they have arrived; an officer of an agency puts people into his own. */
export function useAgencies() {
  const { words } = useWords();
  const me = useMe();
  const agencies = useQuery(agenciesQuery).data?.items ?? [];
  const regions = useQuery(regionsQuery).data?.items ?? [];
  const regionOf = (code: string | null): string =>
    words(regions.find((region) => region.code === code)?.title);
  return {
    regionOf,
    nameOf: (id: string | null): string =>
      words(agencies.find(({ agencyId }) => agencyId === id)?.title),
    choices: agencies
      .filter(({ agencyId }) => me?.agency == null || agencyId === me.agency)
      .map(({ agencyId, title, region }) => ({
        value: agencyId,
        label: `${words(title)}, ${regionOf(region)}`,
      })),
  };
}
