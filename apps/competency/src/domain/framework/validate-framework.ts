import { continuity } from './continuity.ts';
import { LANGUAGES } from './framework.ts';
import type { FrameworkProblem } from './framework-problem.ts';
import type { FrameworkDocument, PublishedFramework, Text } from './framework.ts';

/** Everything that keeps a document from being published, in one pass. */
export function validateFramework(
  document: FrameworkDocument,
  earlier: readonly PublishedFramework[],
): FrameworkProblem[] {
  return [
    ...emptyParts(document),
    ...texts(document),
    ...duplicates(document),
    ...levels(document),
    ...competencies(document),
    ...requirements(document),
    ...continuity(document, earlier),
  ];
}

function emptyParts(document: FrameworkDocument): FrameworkProblem[] {
  return (['levels', 'competencies', 'roles', 'requirements'] as const)
    .filter((part) => document[part].length === 0)
    .map((part) => ({ field: part, code: 'empty', message: `has no ${part}` }));
}

function texts(document: FrameworkDocument): FrameworkProblem[] {
  const all: [string, Text][] = [
    ['title', document.title],
    ['notice', document.notice],
    ...document.levels.flatMap((level, at): [string, Text][] => [
      [`levels[${at}].title`, level.title],
      [`levels[${at}].descriptor`, level.descriptor],
    ]),
    ...document.groups.map((group, at): [string, Text] => [`groups[${at}].title`, group.title]),
    ...document.roles.map((role, at): [string, Text] => [`roles[${at}].title`, role.title]),
    ...document.competencies.flatMap((competency, at): [string, Text][] => [
      [`competencies[${at}].title`, competency.title],
      ...competency.descriptors.map((descriptor, index): [string, Text] => [
        `competencies[${at}].descriptors[${index}].text`,
        descriptor.text,
      ]),
    ]),
  ];
  return all.flatMap(([field, text]) =>
    LANGUAGES.filter((language) => text[language].trim() === '').map((language) => ({
      field: `${field}.${language}`,
      code: 'missing-language' as const,
      message: `has no text in ${language}`,
    })),
  );
}

function duplicates(document: FrameworkDocument): FrameworkProblem[] {
  const repeated = (part: string, values: readonly (string | number)[]): FrameworkProblem[] =>
    values.flatMap((value, at) =>
      values.indexOf(value) < at
        ? [{ field: part.replace('*', String(at)), code: 'duplicate', message: `repeats ${value}` }]
        : [],
    );
  return [
    ...repeated(
      'levels[*].level',
      document.levels.map((level) => level.level),
    ),
    ...repeated(
      'levels[*].code',
      document.levels.map((level) => level.code),
    ),
    ...repeated(
      'groups[*].group',
      document.groups.map((group) => group.group),
    ),
    ...repeated(
      'competencies[*].competencyId',
      document.competencies.map((c) => c.competencyId),
    ),
    ...repeated(
      'competencies[*].code',
      document.competencies.map((c) => c.code),
    ),
    ...repeated(
      'roles[*].roleId',
      document.roles.map((role) => role.roleId),
    ),
    ...repeated(
      'roles[*].code',
      document.roles.map((role) => role.code),
    ),
    ...repeated(
      'requirements[*]',
      document.requirements.map(({ roleId, competencyId }) => `${roleId} ${competencyId}`),
    ),
    ...document.competencies.flatMap((competency, at) =>
      repeated(
        `competencies[${at}].descriptors[*].level`,
        competency.descriptors.map((d) => d.level),
      ),
    ),
  ];
}

function levels(document: FrameworkDocument): FrameworkProblem[] {
  const numbers = document.levels.map((level) => level.level).toSorted((a, b) => a - b);
  const problems: FrameworkProblem[] = numbers.every((level, at) => level === at + 1)
    ? []
    : [{ field: 'levels', code: 'levels-not-consecutive', message: 'must be 1, 2, 3 and so on' }];
  document.levels.forEach((level, at) => {
    if (level.evidence.length === 0) {
      problems.push({
        field: `levels[${at}].evidence`,
        code: 'no-evidence',
        message: 'permits no kind of evidence, so that nobody could reach it',
      });
    }
    if (!Number.isInteger(level.validityMonths) || level.validityMonths < 1) {
      problems.push({
        field: `levels[${at}].validityMonths`,
        code: 'validity-not-positive',
        message: 'must be a whole number of months, 1 or more',
      });
    }
  });
  return problems;
}

function competencies(document: FrameworkDocument): FrameworkProblem[] {
  const known = new Set(document.levels.map((level) => level.level));
  const groups = new Set(document.groups.map((group) => group.group));
  return document.competencies.flatMap((competency, at) => {
    const described = new Set(competency.descriptors.map((descriptor) => descriptor.level));
    const field = `competencies[${at}]`;
    const problems: FrameworkProblem[] = [...known]
      .filter((level) => !described.has(level))
      .map((level) => ({
        field: `${field}.descriptors`,
        code: 'missing-descriptor',
        message: `${competency.code} has no descriptor for level ${level}`,
      }));
    for (const level of described) {
      if (!known.has(level)) {
        problems.push({
          field: `${field}.descriptors`,
          code: 'unknown-level',
          message: `${competency.code} describes level ${level}, which the framework does not have`,
        });
      }
    }
    if (!groups.has(competency.group)) {
      problems.push({
        field: `${field}.group`,
        code: 'unknown-group',
        message: `no group ${competency.group}`,
      });
    }
    return problems;
  });
}

function requirements(document: FrameworkDocument): FrameworkProblem[] {
  const roles = new Set(document.roles.map((role) => role.roleId));
  const known = new Set(document.competencies.map((competency) => competency.competencyId));
  const scale = new Set(document.levels.map((level) => level.level));
  return document.requirements.flatMap((requirement, at) => {
    const field = `requirements[${at}]`;
    const problems: FrameworkProblem[] = [];
    if (!roles.has(requirement.roleId)) {
      problems.push({
        field: `${field}.roleId`,
        code: 'unknown-role',
        message: `no role ${requirement.roleId}`,
      });
    }
    if (!known.has(requirement.competencyId)) {
      problems.push({
        field: `${field}.competencyId`,
        code: 'unknown-competency',
        message: `no competency ${requirement.competencyId}`,
      });
    }
    if (!scale.has(requirement.level)) {
      problems.push({
        field: `${field}.level`,
        code: 'unknown-level',
        message: `no level ${requirement.level}`,
      });
    }
    return problems;
  });
}
