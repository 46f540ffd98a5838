import { LANGUAGES } from './framework.ts';
import type {
  Competency,
  Equivalence,
  FrameworkDocument,
  PublishedFramework,
} from './framework.ts';

const descriptorOf = (competency: Competency | undefined, level: number) =>
  competency?.descriptors.find((descriptor) => descriptor.level === level)?.text;

/**
 * By default a level of a competency is equivalent to that of an earlier version when its descriptor
 * is unchanged in every language. The editor may declare otherwise either way: a corrected
 * translation changes no meaning, and a changed procedure may hide behind the same words.
 */
export function equivalences(
  document: FrameworkDocument,
  earlier: readonly PublishedFramework[],
): Equivalence[] {
  return earlier.flatMap((before) =>
    document.competencies.flatMap((competency) => {
      const predecessor = before.competencies.find(
        (candidate) => candidate.competencyId === competency.competencyId,
      );
      return document.levels
        .map(({ level }) => ({
          competencyId: competency.competencyId,
          level,
          version: before.version,
        }))
        .filter(({ competencyId, level, version }) => {
          const was = descriptorOf(predecessor, level);
          const is = descriptorOf(competency, level);
          if (was === undefined || is === undefined) return false;
          const declared = document.equivalence.find(
            (entry) =>
              entry.competencyId === competencyId &&
              entry.level === level &&
              entry.version === version,
          );
          return (
            declared?.equivalent ?? LANGUAGES.every((language) => was[language] === is[language])
          );
        });
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
