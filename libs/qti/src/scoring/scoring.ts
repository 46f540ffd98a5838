import type { ContentNode } from '../model/content.ts';
import type {
  Declaration,
  Mapping,
  OutcomeDeclaration,
  ResponseDeclaration,
  TemplateDeclaration,
} from '../model/declaration.ts';
import type { ModalFeedback } from '../model/item.ts';
import type { ResponseRule, TemplateRule } from '../model/rule.ts';
import type { Value } from '../model/value.ts';
import type { Domain } from './domain.ts';

/** Of a text response: what counts in one language. */
export interface TextKey {
  readonly correct: Value | null;
  readonly mapping?: Mapping;
}

/** What is shown of an item after a try: its whole body, and the modal feedback. */
export interface AfterTry {
  readonly body: readonly ContentNode[];
  readonly modal: readonly ModalFeedback[];
}

/** Everything that a server needs to score one item, in all its languages. Plain JSON; never delivered. */
export interface Scoring {
  readonly version: 1;
  readonly identifier: string;
  readonly adaptive: boolean;
  readonly maxScore: number;
  readonly contexts: readonly Declaration[];
  readonly responses: readonly ResponseDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly templates: readonly TemplateDeclaration[];
  readonly templateRules: readonly TemplateRule[];
  readonly rules: readonly ResponseRule[];
  /** By response: what an answer may be. */
  readonly domains: Readonly<Record<string, Domain>>;
  /** Text keys by language and response, only where a translation declares its own. */
  readonly textKeys: Readonly<Record<string, Readonly<Record<string, TextKey>>>>;
  /** By language, only for items with feedback. */
  readonly after: Readonly<Record<string, AfterTry>>;
  /** By language: rubrics for markers and others who are not candidates. */
  readonly guidance: Readonly<Record<string, readonly ContentNode[]>>;
}
