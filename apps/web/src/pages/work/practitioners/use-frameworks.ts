import { useQueries, useQuery } from '@tanstack/react-query';
import { frameworkQuery, frameworksQuery, type Framework } from '../../../api/competency.ts';
import { useWords } from '../../../i18n/use-words.ts';

/** The newest published version of every framework, as far as it has arrived. */
export function useFrameworks(): Framework[] {
  const listed = useQuery(frameworksQuery).data?.items ?? [];
  return useQueries({
    queries: listed.map(({ frameworkId, version }) => frameworkQuery(frameworkId, version)),
    combine: (answers) => answers.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
}

/** The roles that a practitioner may have, and the words for those that he has. */
export function useRoles() {
  const { words } = useWords();
  const roles = useFrameworks().flatMap((framework) => framework.roles);
  const nameOf = (roleId: string): string =>
    words(roles.find((role) => role.roleId === roleId)?.title) || roleId.slice(0, 8);
  return {
    choices: roles.map((role) => ({
      value: role.roleId,
      label: `${role.code} ${words(role.title)}`,
    })),
    namesOf: (roleIds: readonly string[]) => roleIds.map(nameOf).join('; '),
  };
}
