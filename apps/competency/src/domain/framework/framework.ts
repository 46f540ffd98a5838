// A framework is edited as a document; publishing freezes that document as a numbered version.

export const LANGUAGES = ['en', 'ru', 'tg'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language; `machineDrafted` names the languages that no person has reviewed. */
export interface Text {
  en: string;
  ru: string;
  tg: string;
  machineDrafted?: Language[];
}

export const EVIDENCE_KINDS = ['exam', 'practical', 'portfolio', 'panel', 'course'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface Level {
  level: number;
  code: string;
  title: Text;
  descriptor: Text;
  evidence: EvidenceKind[];
  /** `any`: one of the kinds is enough; `all`: the level is held when every kind is there. */
  evidenceRule: 'any' | 'all';
  validityMonths: number;
}

export interface CompetencyGroup {
  group: string;
  title: Text;
}

export interface Descriptor {
  level: number;
  text: Text;
}

export interface Competency {
  competencyId: string;
  code: string;
  title: Text;
  group: string;
  descriptors: Descriptor[];
}

export interface Role {
  roleId: string;
  code: string;
  title: Text;
}

export interface Requirement {
  roleId: string;
  competencyId: string;
  level: number;
}

/** What the editor says about an earlier version, where it differs from the default. */
export interface EquivalenceDeclaration {
  competencyId: string;
  level: number;
  version: number;
  equivalent: boolean;
}

export interface FrameworkDocument {
  code: string;
  title: Text;
  notice: Text;
  levels: Level[];
  groups: CompetencyGroup[];
  competencies: Competency[];
  roles: Role[];
  requirements: Requirement[];
  equivalence: EquivalenceDeclaration[];
}

/** (competency, level) of this version means the same as in that earlier version. */
export interface Equivalence {
  competencyId: string;
  level: number;
  version: number;
}

export interface PublishedFramework extends Omit<FrameworkDocument, 'equivalence'> {
  frameworkId: string;
  version: number;
  publishedAt: string;
  equivalentTo: Equivalence[];
}
