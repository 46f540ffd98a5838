// A question as the simple formats have it, between their texts and an item of QTI.

/** XHTML, well formed: what `toXhtml` and `plainXhtml` make. */
export type Xhtml = string;

interface Common {
  /** Where it begins in its file. */
  readonly line: number;
  readonly title: string;
  readonly text: Xhtml;
  /** The most that it is worth. */
  readonly points: number;
  /** What was left out or read leniently. */
  readonly notes: readonly string[];
}

export interface ChoiceQuestion extends Common {
  readonly kind: 'choice';
  readonly multiple: boolean;
  readonly shuffle: boolean;
  /** Fraction: 1 = all of the points, below 0 takes away. */
  readonly options: readonly { readonly text: Xhtml; readonly fraction: number }[];
}

export interface TextQuestion extends Common {
  readonly kind: 'text';
  readonly caseSensitive: boolean;
  /** The first that fits counts; * stands for any characters. */
  readonly answers: readonly { readonly text: string; readonly fraction: number }[];
  /** What stands behind the field. */
  readonly after: Xhtml;
}

export type Accepted =
  | { readonly value: number; readonly tolerance: number }
  | { readonly from: number; readonly to: number }
  | 'any';

export interface NumberQuestion extends Common {
  readonly kind: 'number';
  readonly answers: readonly { readonly accepted: Accepted; readonly fraction: number }[];
  readonly after: Xhtml;
}

export interface MatchQuestion extends Common {
  readonly kind: 'match';
  readonly shuffle: boolean;
  readonly pairs: readonly { readonly source: Xhtml; readonly target: Xhtml }[];
  readonly distractors: readonly Xhtml[];
}

export interface OrderQuestion extends Common {
  readonly kind: 'order';
  /** In the right order. */
  readonly entries: readonly Xhtml[];
}

export interface EssayQuestion extends Common {
  readonly kind: 'essay';
  readonly lines?: number;
}

export type Question =
  | ChoiceQuestion
  | TextQuestion
  | NumberQuestion
  | MatchQuestion
  | OrderQuestion
  | EssayQuestion;

/** What a reader of one format gives for one question. */
export type ReadQuestion =
  | { readonly ok: true; readonly question: Question }
  | { readonly ok: false; readonly line: number; readonly why: string; readonly expected?: string };

export const unreadable = (line: number, why: string, expected?: string): ReadQuestion =>
  expected === undefined ? { ok: false, line, why } : { ok: false, line, why, expected };
