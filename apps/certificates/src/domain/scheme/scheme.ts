// A scheme: what must be attained, for how long it holds, who decides. Immutable once published.
import type { Actor, Words } from '../words.ts';

export const EVIDENCE_KINDS = ['exam', 'practical', 'portfolio', 'panel', 'course'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export type SchemeRequirement = {
  readonly competencyId: string;
  readonly level: number;
  /** Kinds of which there must be an attainment each; empty: any one will do. */
  readonly evidence: readonly EvidenceKind[];
};

export type SchemeBody = {
  readonly code: string;
  readonly title: Words;
  readonly description: Words;
  readonly frameworkId: string;
  readonly frameworkVersion: number;
  /** All of them must be attained. */
  readonly requirements: readonly SchemeRequirement[];
  readonly validityMonths: number;
  readonly renewalOpensDays: number;
  /** Whether the certificate is issued at once, or by a named person's act. */
  readonly issuing: 'automatic' | 'by-person';
};

export type Scheme = SchemeBody & {
  readonly id: string;
  readonly version: number;
  readonly state: 'draft' | 'published';
  /** Counts the edits of a draft; what If-Match compares. */
  readonly revision: number;
  readonly editors: readonly Actor[];
  readonly publishedAt: string | null;
  readonly publishedBy: Actor | null;
};

/** A scheme as anyone may read it: who edited and published it stays in the house. */
export function publicScheme(scheme: Scheme): Omit<Scheme, 'editors' | 'publishedBy' | 'revision'> {
  const { editors: _editors, publishedBy: _by, revision: _revision, ...rest } = scheme;
  return rest;
}

export type FrameworkLevel = {
  readonly level: number;
  readonly code: string;
  readonly title: Words;
  readonly evidence: readonly EvidenceKind[];
  readonly validityMonths: number;
};
/** What certificates needs of a published framework version. */
export type Framework = {
  readonly frameworkId: string;
  readonly code: string;
  readonly version: number;
  readonly title: Words;
  readonly levels: readonly FrameworkLevel[];
  readonly competencies: readonly {
    readonly competencyId: string;
    readonly code: string;
    readonly title: Words;
  }[];
  readonly equivalentTo: readonly {
    readonly competencyId: string;
    readonly level: number;
    readonly version: number;
  }[];
};

export type SchemeProblem = { readonly field: string; readonly message: string };

/** What a draft says that the framework does not know. */
export function problemsOf(body: SchemeBody, framework: Framework): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  const seen = new Set<string>();
  for (const [i, requirement] of body.requirements.entries()) {
    const field = `requirements.${i}`;
    if (!framework.competencies.some((one) => one.competencyId === requirement.competencyId)) {
      problems.push({
        field: `${field}.competencyId`,
        message: 'is not in that framework version',
      });
    }
    const level = framework.levels.find((one) => one.level === requirement.level);
    if (level === undefined) {
      problems.push({ field: `${field}.level`, message: 'is not in that framework version' });
    }
    for (const kind of requirement.evidence) {
      if (level !== undefined && !level.evidence.includes(kind)) {
        problems.push({
          field: `${field}.evidence`,
          message: `${kind} does not evidence this level`,
        });
      }
    }
    if (seen.has(requirement.competencyId)) {
      problems.push({ field: `${field}.competencyId`, message: 'stands there twice' });
    }
    seen.add(requirement.competencyId);
  }
  return problems;
}

export type PublishAnswer =
  | { readonly outcome: 'published'; readonly scheme: Scheme }
  | { readonly outcome: 'refused'; readonly reason: 'already-published' | 'editor-publishes' };

/** Who edited the draft does not publish it; persons are compared, not only accounts. */
export function publishScheme(scheme: Scheme, by: Actor, at: string): PublishAnswer {
  if (scheme.state !== 'draft') return { outcome: 'refused', reason: 'already-published' };
  if (scheme.editors.some((editor) => samePerson(editor, by))) {
    return { outcome: 'refused', reason: 'editor-publishes' };
  }
  return {
    outcome: 'published',
    scheme: { ...scheme, state: 'published', publishedAt: at, publishedBy: by },
  };
}

/** The draft with another body; a published version gets a draft of the next. */
export function editScheme(scheme: Scheme, body: SchemeBody, by: Actor): Scheme {
  const fresh = scheme.state === 'published';
  const editors = fresh ? [] : scheme.editors.filter((editor) => !samePerson(editor, by));
  return {
    ...body,
    id: scheme.id,
    version: fresh ? scheme.version + 1 : scheme.version,
    state: 'draft',
    revision: scheme.revision + 1,
    editors: [...editors, by],
    publishedAt: null,
    publishedBy: null,
  };
}

export function samePerson(a: Actor, b: Actor): boolean {
  return a.account === b.account || (a.person !== null && a.person === b.person);
}
