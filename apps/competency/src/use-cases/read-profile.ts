import type { Desk } from '../desk.ts';
import { profileOf } from '../domain/practitioner/profile.ts';
import type { ProfileItem } from '../domain/practitioner/profile.ts';
import type { PublishedFramework, Role, Text } from '../domain/framework/framework.ts';
import { attainmentsOf } from '../store/attainments.ts';
import type { PractitionerView } from '../store/practitioners.ts';

export interface CompetencyRef {
  competencyId: string;
  code: string;
  title: Text;
  group: string;
}

export interface Profile {
  practitionerId: string;
  agencyId: string | null;
  asOf: string;
  roles: (Role & { frameworkId: string; frameworkVersion: number })[];
  /** Of the framework that most roles are from; each item names its own. */
  frameworkId: string | null;
  frameworkVersion: number | null;
  items: (ProfileItem & {
    frameworkId: string;
    frameworkVersion: number;
    competency: CompetencyRef;
  })[];
}

/** Required, held and gap in the newest version of every framework that concerns the practitioner. */
export async function readProfile(desk: Desk, practitioner: PractitionerView): Promise<Profile> {
  const { practitionerId, roleIds, agencyId } = practitioner;
  const [frameworks, attainments] = await Promise.all([
    desk.frameworks.latest(),
    attainmentsOf(desk.database.manager, practitionerId),
  ]);
  const asOf = desk.today();
  const rolesFrom = ({ roles }: PublishedFramework) =>
    roles.filter(({ roleId }) => roleIds.includes(roleId)).length;
  const main = frameworks.toSorted((a, b) => rolesFrom(b) - rolesFrom(a))[0];
  return {
    practitionerId,
    agencyId,
    asOf,
    frameworkId: main?.frameworkId ?? null,
    frameworkVersion: main?.version ?? null,
    roles: frameworks.flatMap(({ roles, frameworkId, version }) =>
      roles
        .filter((role) => roleIds.includes(role.roleId))
        .map((role) => ({ ...role, frameworkId, frameworkVersion: version })),
    ),
    items: frameworks.flatMap((framework) =>
      profileOf(framework, roleIds, attainments, asOf).map((item) => ({
        ...item,
        frameworkId: framework.frameworkId,
        frameworkVersion: framework.version,
        competency: competencyOf(framework.competencies, item.competencyId),
      })),
    ),
  };
}

function competencyOf(
  competencies: readonly (CompetencyRef & { descriptors: unknown })[],
  competencyId: string,
): CompetencyRef {
  const found = competencies.find((competency) => competency.competencyId === competencyId);
  if (found === undefined) throw new Error('a profile names a competency of another framework');
  const { descriptors: _long, ...reference } = found;
  return reference;
}
