// An item as its author fills it in: one key for all languages, words for each language.

export const LANGUAGES = ['en', 'ru', 'tg'] as const;
export type Language = (typeof LANGUAGES)[number];

export const INTERACTIONS = ['choice', 'multiple', 'order', 'match', 'numeric', 'text'] as const;
export type Interaction = (typeof INTERACTIONS)[number];

/** Bloom's revised taxonomy without "create", which no automatic key can judge. */
export const COGNITIVE_DEMANDS = [
  'remember',
  'understand',
  'apply',
  'analyse',
  'evaluate',
] as const;
export type CognitiveDemand = (typeof COGNITIVE_DEMANDS)[number];

export interface Option {
  readonly id: string;
  readonly text: string;
}

export interface LanguagePart {
  readonly prompt: string;
  readonly choices?: readonly Option[];
  readonly left?: readonly Option[];
  readonly right?: readonly Option[];
  readonly rationale: string;
  /** For a short text: every answer that counts as right in this language. */
  readonly accepted?: readonly string[];
  readonly machineDrafted?: boolean;
}

export interface Key {
  readonly choice?: string;
  readonly choices?: readonly string[];
  readonly order?: readonly string[];
  readonly pairs?: readonly (readonly [left: string, right: string])[];
  readonly number?: {
    readonly value: number;
    readonly tolerance: number;
    readonly unit?: string | null;
  };
}

export interface ItemBody {
  readonly competencyCode: string;
  readonly level: number;
  readonly cognitiveDemand: CognitiveDemand;
  readonly interaction: Interaction;
  /** Where the right answer can be looked up. */
  readonly source: { readonly document: string; readonly clause: string; readonly url?: string };
  readonly languages: Partial<Readonly<Record<Language, LanguagePart>>>;
  readonly key: Key;
  readonly shuffle?: boolean;
  readonly maxScore?: number;
}

/** `field` is a path into the body, e.g. `languages.en.prompt`. */
export interface BodyFault {
  readonly field: string;
  readonly message: string;
}

export const languagesOf = (body: ItemBody): Language[] =>
  LANGUAGES.filter((language) => body.languages[language] !== undefined);

export const maxScoreOf = (body: ItemBody): number => body.maxScore ?? 1;
