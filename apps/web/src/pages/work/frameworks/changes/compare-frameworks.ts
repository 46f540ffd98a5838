// What a draft changes against a version: the list that a second person publishes by.

import type {
  FrameworkContent,
  FrameworkDocument,
  FrameworkText,
} from '../../../../api/framework-drafts.ts';
import { changedLanguages, type TextChange } from './text-change.ts';
import { changedMarks, type MarkChange } from './marks.ts';
import { partsOf, type Part, type PartKind } from './parts.ts';
import { changedRules, type RuleChange } from './level-rules.ts';

export interface WordsChange {
  kind: PartKind;
  code: string;
  field: 'title' | 'notice' | 'descriptor';
  texts: TextChange[];
}

/** A level of a competency described otherwise, or declared to mean something else. */
export interface MeaningChange {
  competency: string;
  level: number;
  texts: TextChange[];
  /** Whether what was attained under the version before still counts. */
  counts: boolean;
}

export interface RequirementChange {
  role: string;
  competency: string;
  was: number;
  is: number;
}

export interface FrameworkChanges {
  added: Part[];
  removed: Part[];
  meanings: MeaningChange[];
  requirements: RequirementChange[];
  rules: RuleChange[];
  /** Competencies that stand in another area now. */
  regrouped: { competency: string; was: string; is: string }[];
  words: WordsChange[];
  /** Entries that keep their id under another code. */
  recoded: { kind: PartKind; was: string; is: string }[];
  /** Lists whose order alone is another. */
  reordered: OrderedKind[];
  /** Texts that a person has read since, or that a machine drafted. */
  marks: MarkChange[];
}

type OrderedKind = 'group' | 'competency' | 'role';

export type Base = FrameworkContent & { version: number };

export function compareFrameworks(before: Base, after: FrameworkDocument): FrameworkChanges {
  const was = partsOf(before);
  const is = partsOf(after);
  const isIn = (parts: Part[], { kind, id }: Part) =>
    parts.some((part) => part.kind === kind && part.id === id);
  return {
    added: is.filter((part) => !isIn(was, part)),
    removed: was.filter((part) => !isIn(is, part)),
    meanings: changedMeanings(before, after),
    requirements: changedRequirements(before, after),
    rules: changedRules(before.levels, after.levels),
    regrouped: after.competencies.flatMap((competency) => {
      const group = competencyOf(before, competency.competencyId)?.group;
      return group === undefined || group === competency.group
        ? []
        : [{ competency: competency.code, was: group, is: competency.group }];
    }),
    words: changedWords(before, after),
    recoded: is.flatMap(({ kind, id, code }) => {
      const earlier = was.find((part) => part.kind === kind && part.id === id)?.code;
      return earlier === undefined || earlier === code ? [] : [{ kind, was: earlier, is: code }];
    }),
    reordered: (['group', 'competency', 'role'] as const).filter((kind) => {
      const kept = (parts: Part[], others: Part[]) =>
        parts.filter((part) => part.kind === kind && isIn(others, part)).map(({ id }) => id);
      return kept(was, is).join() !== kept(is, was).join();
    }),
    marks: changedMarks(before, after),
  };
}

export const isUnchanged = (changes: FrameworkChanges): boolean =>
  Object.values<unknown[]>({ ...changes }).every((list) => list.length === 0);

const competencyOf = ({ competencies }: FrameworkContent, id: string) =>
  competencies.find(({ competencyId }) => competencyId === id);

/**
 * As the service decides it: unchanged words mean the same, changed ones do not, and the editor may
 * declare otherwise either way. Of a competency or level that is gone or new, the lists of those tell.
 */
function changedMeanings(before: Base, after: FrameworkDocument): MeaningChange[] {
  return after.competencies.flatMap(({ competencyId, code, descriptors }) =>
    descriptors.flatMap(({ level, text }): MeaningChange[] => {
      const earlier = competencyOf(before, competencyId)?.descriptors;
      const was = earlier?.find((descriptor) => descriptor.level === level)?.text;
      if (was === undefined) return [];
      const texts = changedLanguages(was, text);
      const declared = after.equivalence.find(
        (entry) =>
          entry.competencyId === competencyId &&
          entry.level === level &&
          entry.version === before.version,
      )?.equivalent;
      const counts = declared ?? texts.length === 0;
      return texts.length === 0 && counts ? [] : [{ competency: code, level, texts, counts }];
    }),
  );
}

/** Of roles and competencies that stay or come; what goes with a removed one is told by its removal. */
function changedRequirements(before: Base, after: FrameworkDocument): RequirementChange[] {
  const required = (content: FrameworkContent, roleId: string, competencyId: string) =>
    content.requirements.find(
      (each) => each.roleId === roleId && each.competencyId === competencyId,
    )?.level ?? 0;
  return after.roles.flatMap(({ roleId, code: role }) =>
    after.competencies
      .map(({ competencyId, code: competency }) => ({
        role,
        competency,
        was: required(before, roleId, competencyId),
        is: required(after, roleId, competencyId),
      }))
      .filter(({ was, is }) => was !== is),
  );
}

function changedWords(before: Base, after: FrameworkDocument): WordsChange[] {
  const earlier = partsOf(before);
  const change = (
    kind: PartKind,
    code: string,
    field: WordsChange['field'],
    was: FrameworkText | undefined,
    is: FrameworkText | undefined,
  ): WordsChange[] => {
    if (was === undefined || is === undefined) return [];
    const texts = changedLanguages(was, is);
    return texts.length === 0 ? [] : [{ kind, code, field, texts }];
  };
  return [
    ...change('framework', after.code, 'title', before.title, after.title),
    ...change('framework', after.code, 'notice', before.notice, after.notice),
    ...partsOf(after).flatMap(({ kind, id, code, title, descriptor }) => {
      const was = earlier.find((part) => part.kind === kind && part.id === id);
      return [
        ...change(kind, code, 'title', was?.title, title),
        ...change(kind, code, 'descriptor', was?.descriptor, descriptor),
      ];
    }),
  ];
}
