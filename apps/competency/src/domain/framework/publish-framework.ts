import { equivalences } from './equivalence.ts';
import type { FrameworkDocument, PublishedFramework } from './framework.ts';
import type { FrameworkProblem } from './framework-problem.ts';
import { validateFramework } from './validate-framework.ts';

export interface Editor {
  account: string;
  person: string | null;
}

export interface FrameworkDraft {
  frameworkId: string;
  document: FrameworkDocument;
  editors: readonly Editor[];
}

export type PublishFrameworkDecision =
  | { outcome: 'published'; framework: PublishedFramework }
  | { outcome: 'refused'; reason: 'edited-by-publisher' }
  | { outcome: 'refused'; reason: 'not-publishable'; problems: FrameworkProblem[] };

/** Persons are compared, not accounts: a second account does not make a second pair of eyes. */
export const isSamePerson = (one: Editor, other: Editor): boolean =>
  one.account === other.account || (one.person !== null && one.person === other.person);

export function publishFramework(
  draft: FrameworkDraft,
  publisher: Editor,
  earlier: readonly PublishedFramework[],
  at: Date,
): PublishFrameworkDecision {
  if (draft.editors.some((editor) => isSamePerson(editor, publisher))) {
    return { outcome: 'refused', reason: 'edited-by-publisher' };
  }
  const problems = validateFramework(draft.document, earlier);
  if (problems.length > 0) return { outcome: 'refused', reason: 'not-publishable', problems };
  const { equivalence: _declared, ...content } = draft.document;
  const version = Math.max(0, ...earlier.map((framework) => framework.version)) + 1;
  return {
    outcome: 'published',
    framework: {
      ...content,
      frameworkId: draft.frameworkId,
      version,
      publishedAt: at.toISOString(),
      equivalentTo: equivalences(draft.document, earlier),
    },
  };
}
