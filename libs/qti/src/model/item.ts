import type { ContentNode, Attributes } from './content.ts';
import type {
  Declaration,
  OutcomeDeclaration,
  ResponseDeclaration,
  TemplateDeclaration,
} from './declaration.ts';
import type { ResponseProcessing, TemplateRule } from './rule.ts';

/** ASI, "modalFeedback": shown (or hidden) when the outcome holds the identifier. */
export interface ModalFeedback {
  readonly outcome: string;
  readonly identifier: string;
  readonly showHide: 'show' | 'hide';
  readonly title?: string;
  readonly content: readonly ContentNode[];
}

/** ASI, "assessmentStimulusRef". */
export interface StimulusReference {
  readonly identifier: string;
  readonly href: string;
  readonly title?: string;
}

/** ASI, "stylesheet". */
export interface Stylesheet {
  readonly href: string;
  readonly type: string;
  readonly media?: string;
  readonly title?: string;
}

/** A file of a card; mediaType as type/subtype. */
export interface FileHref {
  readonly href: string;
  readonly mediaType?: string;
}

/** ASI, "cardEntry": content, or a file, for one language or for all. */
export interface CatalogEntry {
  readonly language?: string;
  readonly default: boolean;
  readonly attributes: Attributes;
  readonly content?: readonly ContentNode[];
  readonly files?: readonly FileHref[];
}

/** ASI, "card", one support: glossary-on-screen, spoken, sign-language, keyword-translation and so on. */
export interface CatalogCard {
  readonly support: string;
  readonly language?: string;
  readonly entries: readonly CatalogEntry[];
}

/** ASI, "catalog": alternative content for the elements whose data-catalog-idref names it. */
export interface Catalog {
  readonly id: string;
  readonly cards: readonly CatalogCard[];
}

/**
 * ASI, "companionMaterialsInfo" (calculator, ruler, protractor, files): the standard's names and values,
 * as a tree.
 */
export interface Material {
  readonly name: string;
  readonly attributes: Attributes;
  readonly text?: string;
  readonly children: readonly Material[];
}

/** ASI, "assessmentItem", in one language. */
export interface Item {
  readonly identifier: string;
  readonly title: string;
  readonly label?: string;
  readonly language?: string;
  readonly toolName?: string;
  readonly toolVersion?: string;
  readonly adaptive: boolean;
  readonly timeDependent: boolean;
  readonly contexts: readonly Declaration[];
  readonly responses: readonly ResponseDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly templates: readonly TemplateDeclaration[];
  readonly templateRules: readonly TemplateRule[];
  readonly stimuli: readonly StimulusReference[];
  readonly materials: readonly Material[];
  readonly stylesheets: readonly Stylesheet[];
  readonly attributes: Attributes;
  readonly body: readonly ContentNode[];
  readonly processing: ResponseProcessing;
  readonly modalFeedback: readonly ModalFeedback[];
  readonly catalogs: readonly Catalog[];
}

/** ASI, "assessmentStimulus": shared reading material that items refer to. */
export interface Stimulus {
  readonly identifier: string;
  readonly title: string;
  readonly label?: string;
  readonly language?: string;
  readonly stylesheets: readonly Stylesheet[];
  readonly attributes: Attributes;
  readonly body: readonly ContentNode[];
  readonly catalogs: readonly Catalog[];
}
