import type { FrameworkProblem } from './framework-problem.ts';
import type { FrameworkDocument, PublishedFramework } from './framework.ts';

/** Ids are kept across versions: what was attained points at them for years. */
export function continuity(
  document: FrameworkDocument,
  earlier: readonly PublishedFramework[],
): FrameworkProblem[] {
  const latest = earlier.toSorted((a, b) => a.version - b.version).at(-1);
  const versions = new Set(earlier.map((framework) => framework.version));
  const problems: FrameworkProblem[] = document.equivalence.flatMap((entry, at) =>
    versions.has(entry.version)
      ? []
      : [
          {
            field: `equivalence[${at}].version`,
            code: 'unknown-version' as const,
            message: `no earlier version ${entry.version}`,
          },
        ],
  );
  if (latest === undefined) return problems;
  if (latest.code !== document.code) {
    problems.push({
      field: 'code',
      code: 'code-changed',
      message: `a framework keeps its code: ${latest.code}`,
    });
  }
  const moved = (
    part: string,
    now: readonly { id: string; code: string }[],
    before: readonly { id: string; code: string }[],
  ) =>
    now.forEach((entry, at) => {
      const same = before.find((candidate) => candidate.code === entry.code);
      if (same !== undefined && same.id !== entry.id) {
        problems.push({
          field: `${part}[${at}]`,
          code: 'id-changed',
          message: `${entry.code} had the id ${same.id} in version ${latest.version}`,
        });
      }
    });
  const coded = (list: FrameworkDocument['competencies']) =>
    list.map(({ competencyId, code }) => ({ id: competencyId, code }));
  const named = (list: FrameworkDocument['roles']) =>
    list.map(({ roleId, code }) => ({ id: roleId, code }));
  moved('competencies', coded(document.competencies), coded(latest.competencies));
  moved('roles', named(document.roles), named(latest.roles));
  return problems;
}
