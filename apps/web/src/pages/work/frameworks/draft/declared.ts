import type { PublishedVersion } from '../../../../api/framework-drafts.ts';
import { languages } from '../../../../i18n/languages.ts';
import { descriptorOf, type CompetencyModel, type DraftModel } from './draft-model.ts';

export type Declaration = 'by-words' | 'yes' | 'no';

/** What stands at this level of the competency in the published version, if it does. */
export function publishedDescriptor(
  published: PublishedVersion,
  competencyId: string,
  level: number,
) {
  return published.competencies
    .find((competency) => competency.competencyId === competencyId)
    ?.descriptors.find((descriptor) => descriptor.level === level)?.text;
}

export function isReworded(
  published: PublishedVersion,
  competency: CompetencyModel,
  level: number,
): boolean {
  const was = publishedDescriptor(published, competency.competencyId, level);
  const is = descriptorOf(competency, level);
  return was !== undefined && languages.some((language) => was[language] !== is[language].trim());
}

export function declarationOf(
  model: DraftModel,
  version: number,
  competencyId: string,
  level: number,
): Declaration {
  const entry = model.equivalence.find(
    (each) =>
      each.competencyId === competencyId && each.level === level && each.version === version,
  );
  return entry === undefined ? 'by-words' : entry.equivalent ? 'yes' : 'no';
}

/** Says the same of the versions whose attainments counted in the published one: they stand or fall together. */
export function withDeclaration(
  model: DraftModel,
  published: PublishedVersion,
  competencyId: string,
  level: number,
  declaration: Declaration,
): DraftModel {
  const concerns = (entry: { competencyId: string; level: number }) =>
    entry.competencyId === competencyId && entry.level === level;
  const others = model.equivalence.filter((entry) => !concerns(entry));
  if (declaration === 'by-words') return { ...model, equivalence: others };
  const versions = [
    published.version,
    ...published.equivalentTo.filter(concerns).map(({ version }) => version),
  ];
  const equivalent = declaration === 'yes';
  const entries = versions.map((version) => ({ competencyId, level, version, equivalent }));
  return { ...model, equivalence: [...others, ...entries] };
}
