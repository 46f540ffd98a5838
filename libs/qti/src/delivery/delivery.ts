import type { Attributes, ContentNode } from '../model/content.ts';
import type { Catalog, Material, StimulusReference, Stylesheet } from '../model/item.ts';
import type { PlainValue } from '../model/plain.ts';
import type { BaseType, Cardinality } from '../model/value.ts';

/** A response variable, without its key. */
export interface DeliveredResponse {
  readonly identifier: string;
  readonly cardinality: Cardinality;
  readonly baseType?: BaseType;
  /** What the interaction shows before it is touched. */
  readonly default?: PlainValue;
}

/**
 * One item in one language as a browser may see it: no key, no mapping, no processing, no feedback, no
 * rubric for others than candidates. Plain JSON. `body` is a tree of `ContentNode`: a player walks it,
 * shows strings as text, elements as elements of the same name (the allow-list was applied when the
 * item was read), and interactions by their `kind`, their answers going into `response` as PlainValue.
 */
export interface Delivery {
  readonly identifier: string;
  readonly title: string;
  readonly language: string;
  readonly adaptive: boolean;
  readonly timeDependent: boolean;
  readonly responses: readonly DeliveredResponse[];
  /** Template variables that the body shows or depends on; their values come with the clone. */
  readonly templates: readonly string[];
  readonly stimuli: readonly StimulusReference[];
  readonly materials: readonly Material[];
  readonly stylesheets: readonly Stylesheet[];
  readonly attributes: Attributes;
  readonly body: readonly ContentNode[];
  readonly catalogs: readonly Catalog[];
}

/** What has to be answered by the server while the candidate is at the item. */
export type ServerNeed = 'adaptive' | 'end-attempt' | 'feedback' | 'template' | 'branching';
