// Framework, regions, agencies, practitioners and what they have attained so far.
import type { Report } from '../system/steps.ts';
import { eachOf, type Api } from './api.ts';
import { readContent } from './content.ts';
import { unlessThere, type FrameworkRef } from './load-bank.ts';

interface AgencyFile {
  readonly regions: readonly object[];
  readonly agencies: readonly { code: string }[];
}

interface AttainmentFile {
  readonly competency: string;
  readonly level: number;
  readonly evidence: string;
  readonly from: string;
  readonly authority: string;
  readonly reason: string;
}

interface PractitionerFile {
  readonly agency: string;
  readonly roles: readonly string[];
  readonly attainments: readonly AttainmentFile[];
}

export async function loadFramework(registrar: Api, council: Api): Promise<void> {
  const draft = await registrar
    .post<{ frameworkId: string }>('competency/frameworks', readContent('framework.json'))
    .catch(unlessThere);
  if (!draft) return;
  await council.post(`competency/frameworks/${draft.frameworkId}/publish`, {
    reason: 'Adopted for the demonstration.',
  });
}

/** Answers the agencies' ids by code. */
export async function loadAgencies(registrar: Api): Promise<Map<string, string>> {
  const { regions, agencies } = readContent<AgencyFile>('agencies.json');
  for (const region of regions) {
    await registrar.post('competency/regions', region).catch(unlessThere);
  }
  for (const agency of agencies) {
    await registrar.post('competency/agencies', agency).catch(unlessThere);
  }
  const { items } = await registrar.get<{ items: { agencyId: string; code: string }[] }>(
    'competency/agencies?limit=500',
  );
  return new Map(items.map(({ agencyId, code }) => [code, agencyId]));
}

export async function loadPractitioners(
  registrar: Api,
  framework: FrameworkRef & { roles: readonly { roleId: string; code: string }[] },
  agencies: ReadonlyMap<string, string>,
  report: Report,
): Promise<void> {
  const { practitioners } = readContent<{ practitioners: PractitionerFile[] }>(
    'practitioners.json',
  );
  const roleIds = new Map(framework.roles.map((role) => [role.code, role.roleId]));
  const competencyIds = new Map(framework.competencies.map((one) => [one.code, one.competencyId]));
  let done = 0;
  await eachOf(practitioners, 8, async ({ agency, roles, attainments, ...person }) => {
    const registered = await registrar
      .post<{ practitionerId: string }>('competency/practitioners', {
        ...person,
        agencyId: agencies.get(agency),
        roleIds: roles.map((code) => roleIds.get(code)),
        reason: 'Register of the demonstration',
      })
      .catch(unlessThere);
    if (!registered) return;
    const { practitionerId } = registered;
    const items = attainments.map(({ competency, ...attainment }) => ({
      ...attainment,
      practitionerId,
      frameworkId: framework.frameworkId,
      competencyId: competencyIds.get(competency),
    }));
    if (items.length > 0) await registrar.post('competency/attainments/list', { items });
    done += 1;
    report(`${done} of ${practitioners.length}`);
  });
}
