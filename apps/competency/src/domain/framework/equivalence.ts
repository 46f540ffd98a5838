import { LANGUAGES } from './framework.ts';
import type { Equivalence, FrameworkDocument, PublishedFramework, Text } from './framework.ts';

const textOf = (
  { competencies }: PublishedFramework,
  competencyId: string,
  level: number,
): Text | undefined =>
  competencies
    .find((candidate) => candidate.competencyId === competencyId)
    ?.descriptors.find((descriptor) => descriptor.level === level)?.text;

/**
 * By default a level of a competency is equivalent to that of an earlier version when its descriptor
 * is unchanged in every language, or when a version between them is equivalent to both: what counted on
 * counts on. The editor may declare otherwise either way: a corrected translation changes no meaning,
 * and a changed procedure may hide behind the same words.
 */
export function equivalences(
  document: FrameworkDocument,
  earlier: readonly PublishedFramework[],
): Equivalence[] {
  const newestFirst = earlier.toSorted((a, b) => b.version - a.version);
  return document.competencies.flatMap(({ competencyId, descriptors }) =>
    descriptors.flatMap(({ level, text }) => {
      const same = (entry: { competencyId: string; level: number }) =>
        entry.competencyId === competencyId && entry.level === level;
      const declared = document.equivalence.filter(same);
      const counting: PublishedFramework[] = [];
      for (const before of newestFirst) {
        const was = textOf(before, competencyId, level);
        if (was === undefined) continue;
        const inherited = counting.some(({ equivalentTo }) =>
          equivalentTo.some((entry) => same(entry) && entry.version === before.version),
        );
        const unchanged = LANGUAGES.every((language) => was[language] === text[language]);
        const said = declared.find(({ version }) => version === before.version)?.equivalent;
        if (said ?? (unchanged || inherited)) counting.push(before);
      }
      return counting.map(({ version }) => ({ competencyId, level, version }));
    }),
  );
}

/** Says whether what was attained at a level under some version counts at that level in `framework`. */
export function countsIn(framework: PublishedFramework) {
  const key = (competencyId: string, level: number, version: number) =>
    `${competencyId}/${level}/${version}`;
  const known = new Set(
    framework.equivalentTo.map((entry) => key(entry.competencyId, entry.level, entry.version)),
  );
  return (competencyId: string, level: number, version: number): boolean =>
    version === framework.version || known.has(key(competencyId, level, version));
}
