// What the form of a scheme holds, as it is sent.
import type { Framework } from '../../../api/competency.ts';
import { issuings, type SchemeBody, type SchemeRequirement } from '../../../api/schemes.ts';
import { localisedFields, localisedOf, text } from '../../../components/form-data.ts';

export interface SchemeProblem {
  field: string;
  code: 'required' | 'bad-code' | 'not-a-number' | 'no-requirement' | 'twice';
}

const whole = (data: FormData, field: string): number => {
  const typed = text(data, field);
  return /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
};

export function problemsOf(
  data: FormData,
  requirements: readonly SchemeRequirement[],
): SchemeProblem[] {
  const problems: SchemeProblem[] = ['code', ...localisedFields('title')]
    .filter((field) => text(data, field) === '')
    .map((field) => ({ field, code: 'required' }));
  const code = text(data, 'code');
  if (code !== '' && !/^[A-Z0-9][A-Z0-9-]{0,31}$/.test(code))
    problems.push({ field: 'code', code: 'bad-code' });
  // A description in one language needs the others; in none it is the title.
  const described = localisedFields('description').filter((field) => text(data, field) !== '');
  if (described.length > 0)
    for (const field of localisedFields('description'))
      if (!described.includes(field)) problems.push({ field, code: 'required' });
  if (requirements.length === 0) problems.push({ field: 'requirements', code: 'no-requirement' });
  for (const [index, { competencyId }] of requirements.entries())
    if (requirements.findIndex((one) => one.competencyId === competencyId) < index)
      problems.push({ field: `requirements.${index}.competencyId`, code: 'twice' });
  for (const field of ['validityMonths', 'renewalOpensDays'])
    if (Number.isNaN(whole(data, field))) problems.push({ field, code: 'not-a-number' });
  return problems;
}

export function schemeOf(
  data: FormData,
  framework: Framework,
  requirements: readonly SchemeRequirement[],
): SchemeBody {
  const title = localisedOf(data, 'title');
  const description = localisedOf(data, 'description');
  return {
    code: text(data, 'code'),
    title,
    description: description.en === '' ? title : description,
    frameworkId: framework.frameworkId,
    frameworkVersion: framework.version,
    requirements: requirements.map((one) => ({ ...one })),
    validityMonths: whole(data, 'validityMonths'),
    renewalOpensDays: whole(data, 'renewalOpensDays'),
    issuing: issuings.find((one) => one === text(data, 'issuing')) ?? 'automatic',
  };
}

/** What the framework takes for a level: each of several kinds together, or any one of them. */
export function evidenceFor(framework: Framework, level: number): string[] {
  const found = framework.levels.find((one) => one.level === level);
  return found?.evidenceRule === 'all' ? [...found.evidence] : [];
}

/** What a role of the framework requires, as a beginning. */
export const requirementsOfRole = (framework: Framework, roleId: string): SchemeRequirement[] =>
  framework.requirements
    .filter((one) => one.roleId === roleId && one.level > 0)
    .map(({ competencyId, level }) => ({
      competencyId,
      level,
      evidence: evidenceFor(framework, level),
    }));

/** Under another version of the framework only what that knows is kept. */
export const knownTo = (
  framework: Framework,
  requirements: readonly SchemeRequirement[],
): SchemeRequirement[] =>
  requirements.flatMap((one) => {
    const level = framework.levels.find((each) => each.level === one.level);
    const isKnown = framework.competencies.some((each) => each.competencyId === one.competencyId);
    if (level === undefined || !isKnown) return [];
    return [{ ...one, evidence: one.evidence.filter((kind) => level.evidence.includes(kind)) }];
  });
