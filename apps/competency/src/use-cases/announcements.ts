// What the other services are told: events without what only this service's pages need.

import type { EventData } from '#libs/contracts';
import type { PublishedFramework, Text } from '../domain/framework/framework.ts';
import type { Agency } from '../domain/practitioner/agency.ts';
import type { Practitioner } from '../domain/practitioner/practitioner.ts';
import { toAttainment } from '../store/attainment.table.ts';
import type { AttainmentRow } from '../store/attainment.table.ts';

const words = ({ en, ru, tg }: Text) => ({ en, ru, tg });

export const frameworkPublished = (
  framework: PublishedFramework,
): EventData<'framework.published'> => ({
  frameworkId: framework.frameworkId,
  code: framework.code,
  version: framework.version,
  title: words(framework.title),
  publishedAt: framework.publishedAt,
  levels: framework.levels.map(({ level, code, title, descriptor, evidence, validityMonths }) => ({
    level,
    code,
    title: words(title),
    descriptor: words(descriptor),
    evidence,
    validityMonths,
  })),
  competencies: framework.competencies.map(({ competencyId, code, title, group, descriptors }) => ({
    competencyId,
    code,
    title: words(title),
    group,
    descriptors: descriptors.map(({ level, text }) => ({ level, text: words(text) })),
  })),
  roles: framework.roles.map(({ roleId, code, title }) => ({ roleId, code, title: words(title) })),
  requirements: framework.requirements.map(({ roleId, competencyId, level }) => ({
    roleId,
    competencyId,
    level,
  })),
  equivalentTo: framework.equivalentTo.map(({ competencyId, level, version }) => ({
    competencyId,
    level,
    version,
  })),
});

export const agencyChanged = (agency: Agency): EventData<'agency.changed'> => ({
  agencyId: agency.agencyId,
  code: agency.code,
  title: words(agency.title),
  kind: agency.kind,
  region: agency.region,
});

export const practitionerChanged = (
  practitioner: Practitioner,
): EventData<'practitioner.changed'> => ({
  practitionerId: practitioner.practitionerId,
  givenName: practitioner.givenName,
  familyName: practitioner.familyName,
  ...(practitioner.otherNames === null ? {} : { otherNames: practitioner.otherNames }),
  version: practitioner.version,
});

/** With what a court asks of a result; `row` has null for what is not so, or was not told. */
export const attainmentRecorded = (row: AttainmentRow): EventData<'attainment.recorded'> => {
  const { withdrawn: _never, source, ...recorded } = toAttainment(row);
  const { attemptId, examId, releasedBy } = row;
  const decidedBy = row.sourceKind === 'manual' ? row.recordedBy : row.decidedBy;
  return {
    ...recorded,
    source: {
      ...source,
      ...(attemptId === null ? {} : { attemptId }),
      ...(examId === null ? {} : { examId }),
      ...(decidedBy === null ? {} : { decidedBy }),
      ...(releasedBy === null ? {} : { releasedBy }),
    },
  };
};
