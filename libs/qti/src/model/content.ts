// Content and interactions hold each other, so their types stand in one file.
import type { Area, View } from './declaration.ts';

/** Global attributes by name: id, class, lang, dir, role, aria-*, data-*, label. Values are safe text. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * Content is a tree of plain data: text is a string, everything else has a `type`. Element and
 * attribute names were checked against the allow-list when the document was read, so a player makes
 * elements of them directly and never needs innerHTML.
 */
export type ContentNode =
  | string
  | ElementNode
  | InteractionNode
  | PrintedVariableNode
  | FeedbackNode
  | TemplateNode
  | RubricNode
  | GapNode
  | HottextNode
  | StageNode;

/** An element of the allow-list: the XHTML subset of the standard, MathML, SVG or SSML. */
export interface ElementNode {
  readonly type: 'element';
  readonly name: string;
  /** Absent for XHTML. */
  readonly vocabulary?: 'math' | 'svg' | 'ssml';
  readonly attributes: Attributes;
  readonly children: readonly ContentNode[];
}

/** An interaction where it stands in the content. */
export type InteractionNode = Interaction & { readonly type: 'interaction' };

/** ASI, "printedVariable": the value of an outcome or template variable, in its place. */
export interface PrintedVariableNode {
  readonly type: 'printed-variable';
  readonly identifier: string;
  readonly format?: string;
  readonly base?: number;
  readonly index?: number | { readonly variable: string };
  readonly delimiter?: string;
  readonly field?: string;
  readonly mappingIndicator?: string;
  readonly powerForm?: boolean;
  readonly attributes: Attributes;
}

/** ASI, "feedbackInline", "feedbackBlock": shown (or hidden) when the outcome holds the identifier. */
export interface FeedbackNode {
  readonly type: 'feedback';
  readonly display: 'inline' | 'block';
  readonly outcome: string;
  readonly identifier: string;
  readonly showHide: 'show' | 'hide';
  readonly attributes: Attributes;
  readonly children: readonly ContentNode[];
}

/**
 * ASI, "templateInline", "templateBlock": shown (or hidden) when the template variable holds the
 * identifier.
 */
export interface TemplateNode {
  readonly type: 'template';
  readonly display: 'inline' | 'block';
  readonly template: string;
  readonly identifier: string;
  readonly showHide: 'show' | 'hide';
  readonly attributes: Attributes;
  readonly children: readonly ContentNode[];
}

/** ASI, "rubricBlock": for those in `views` only. */
export interface RubricNode {
  readonly type: 'rubric';
  readonly use?: string;
  readonly views: readonly View[];
  readonly attributes: Attributes;
  readonly children: readonly ContentNode[];
}

/** ASI, "gap", of the gap match interaction around it. */
export interface GapNode {
  readonly type: 'gap';
  readonly identifier: string;
  readonly required: boolean;
  readonly matchGroup?: readonly string[];
  readonly visibility?: Visibility;
  readonly attributes: Attributes;
}

/** ASI, "hottext": a selectable piece of text of the hottext interaction around it. */
export interface HottextNode {
  readonly type: 'hottext';
  readonly identifier: string;
  readonly visibility?: Visibility;
  readonly attributes: Attributes;
  readonly children: readonly ContentNode[];
}

/** ASI, "positionObjectStage": the picture on which the interactions inside it put their objects. */
export interface StageNode {
  readonly type: 'stage';
  readonly image: ElementNode;
  readonly interactions: readonly (PositionObjectInteraction & { readonly type: 'interaction' })[];
  readonly attributes: Attributes;
}

/** A choice that is there only when a template variable holds an identifier. */
export interface Visibility {
  readonly template: string;
  readonly identifier?: string;
  readonly showHide: 'show' | 'hide';
}

// Interactions (QTI 3.0 ASI, "Interactions"); `kind` is the element's name without qti- and -interaction.

interface Base<Kind extends string> {
  readonly kind: Kind;
  /** The response variable that takes the answer. */
  readonly response: string;
  readonly attributes: Attributes;
}

interface Prompted {
  readonly prompt: readonly ContentNode[];
}

/** ASI, "simpleChoice", "inlineChoice". */
export interface Choice {
  readonly identifier: string;
  /** Keeps its place when the others are shuffled. */
  readonly fixed: boolean;
  readonly visibility?: Visibility;
  readonly attributes: Attributes;
  readonly content: readonly ContentNode[];
}

/** ASI, "simpleAssociableChoice". */
export interface AssociableChoice extends Choice {
  /** 0 = as often as one likes. */
  readonly matchMax: number;
  readonly matchMin: number;
  readonly matchGroup?: readonly string[];
}

/** ASI, "gapText", "gapImg"; top and left in pixels. */
export interface GapChoice extends AssociableChoice {
  readonly display: 'text' | 'image';
  readonly objectLabel?: string;
  readonly top?: number;
  readonly left?: number;
}

/** ASI, "hotspotChoice"; coordinates in pixels of the picture. */
export interface Hotspot extends Area {
  readonly identifier: string;
  readonly label?: string;
  readonly visibility?: Visibility;
  readonly attributes: Attributes;
}

/** ASI, "associableHotspot"; matchMax 0 = as often as one likes. */
export interface AssociableHotspot extends Hotspot {
  readonly matchMax: number;
  readonly matchMin: number;
  readonly matchGroup?: readonly string[];
}

interface Choosing {
  readonly minChoices: number;
  /** 0 = no limit. */
  readonly maxChoices: number;
}

interface Associating {
  readonly minAssociations: number;
  /** 0 = no limit. */
  readonly maxAssociations: number;
}

/** ASI, "choiceInteraction". */
export interface ChoiceInteraction extends Base<'choice'>, Prompted, Choosing {
  readonly shuffle: boolean;
  readonly orientation?: 'horizontal' | 'vertical';
  readonly choices: readonly Choice[];
}

/** ASI, "orderInteraction". */
export interface OrderInteraction extends Base<'order'>, Prompted {
  readonly shuffle: boolean;
  readonly minChoices?: number;
  readonly maxChoices?: number;
  readonly orientation?: 'horizontal' | 'vertical';
  readonly choices: readonly Choice[];
}

/** ASI, "associateInteraction". */
export interface AssociateInteraction extends Base<'associate'>, Prompted, Associating {
  readonly shuffle: boolean;
  readonly choices: readonly AssociableChoice[];
}

/** ASI, "matchInteraction". */
export interface MatchInteraction extends Base<'match'>, Prompted, Associating {
  readonly shuffle: boolean;
  /** Sources (rows, left), then targets (columns, right). */
  readonly sets: readonly [readonly AssociableChoice[], readonly AssociableChoice[]];
}

/** ASI, "gapMatchInteraction". */
export interface GapMatchInteraction extends Base<'gap-match'>, Prompted, Associating {
  readonly shuffle: boolean;
  readonly choices: readonly GapChoice[];
  readonly content: readonly ContentNode[];
}

/** ASI, "inlineChoiceInteraction". */
export interface InlineChoiceInteraction extends Base<'inline-choice'> {
  readonly shuffle: boolean;
  readonly required: boolean;
  readonly minChoices?: number;
  readonly label?: readonly ContentNode[];
  readonly choices: readonly Choice[];
}

interface TextInput {
  readonly base: number;
  readonly stringIdentifier?: string;
  readonly expectedLength?: number;
  readonly patternMask?: string;
  readonly placeholderText?: string;
}

/** ASI, "textFormat". */
export const textFormats = ['plain', 'preFormatted', 'xhtml'] as const;

/** ASI, "textEntryInteraction". */
export interface TextEntryInteraction extends Base<'text-entry'>, TextInput {
  readonly format?: string;
}

/** ASI, "extendedTextInteraction". */
export interface ExtendedTextInteraction extends Base<'extended-text'>, Prompted, TextInput {
  readonly format: (typeof textFormats)[number];
  readonly minStrings: number;
  readonly maxStrings?: number;
  readonly expectedLines?: number;
}

/** ASI, "hottextInteraction". */
export interface HottextInteraction extends Base<'hottext'>, Prompted, Choosing {
  readonly content: readonly ContentNode[];
}

/** ASI, "hotspotInteraction". */
export interface HotspotInteraction extends Base<'hotspot'>, Prompted, Choosing {
  readonly image: ElementNode;
  readonly hotspots: readonly Hotspot[];
}

/** ASI, "selectPointInteraction". */
export interface SelectPointInteraction extends Base<'select-point'>, Prompted, Choosing {
  readonly image: ElementNode;
}

/** ASI, "graphicOrderInteraction". */
export interface GraphicOrderInteraction extends Base<'graphic-order'>, Prompted {
  readonly image: ElementNode;
  readonly minChoices?: number;
  readonly maxChoices?: number;
  readonly hotspots: readonly Hotspot[];
}

/** ASI, "graphicAssociateInteraction". */
export interface GraphicAssociateInteraction
  extends Base<'graphic-associate'>, Prompted, Associating {
  readonly image: ElementNode;
  readonly hotspots: readonly AssociableHotspot[];
}

/** ASI, "graphicGapMatchInteraction". */
export interface GraphicGapMatchInteraction
  extends Base<'graphic-gap-match'>, Prompted, Associating {
  readonly image: ElementNode;
  readonly choices: readonly GapChoice[];
  readonly hotspots: readonly AssociableHotspot[];
}

/** ASI, "positionObjectInteraction"; the center in pixels of the object. */
export interface PositionObjectInteraction extends Base<'position-object'>, Choosing {
  readonly object: ElementNode;
  readonly centerPoint?: readonly [number, number];
}

/** ASI, "sliderInteraction". */
export interface SliderInteraction extends Base<'slider'>, Prompted {
  readonly lowerBound: number;
  readonly upperBound: number;
  readonly step?: number;
  readonly stepLabel: boolean;
  readonly orientation?: 'horizontal' | 'vertical';
  readonly reverse: boolean;
}

/** ASI, "mediaInteraction". */
export interface MediaInteraction extends Base<'media'>, Prompted {
  readonly autostart: boolean;
  readonly minPlays: number;
  readonly maxPlays: number;
  readonly loop: boolean;
  readonly coords?: readonly number[];
  readonly media: ElementNode;
}

/** ASI, "uploadInteraction"; media types as type/subtype, or type/*. */
export interface UploadInteraction extends Base<'upload'>, Prompted {
  readonly mediaTypes?: readonly string[];
}

/** ASI, "drawingInteraction". */
export interface DrawingInteraction extends Base<'drawing'>, Prompted {
  readonly image: ElementNode;
}

/** ASI, "endAttemptInteraction". */
export interface EndAttemptInteraction extends Base<'end-attempt'> {
  readonly title: string;
  readonly countAttempt: boolean;
}

/** Every interaction of the standard but those that are refused. */
export type Interaction =
  | ChoiceInteraction
  | OrderInteraction
  | AssociateInteraction
  | MatchInteraction
  | GapMatchInteraction
  | InlineChoiceInteraction
  | TextEntryInteraction
  | ExtendedTextInteraction
  | HottextInteraction
  | HotspotInteraction
  | SelectPointInteraction
  | GraphicOrderInteraction
  | GraphicAssociateInteraction
  | GraphicGapMatchInteraction
  | PositionObjectInteraction
  | SliderInteraction
  | MediaInteraction
  | UploadInteraction
  | DrawingInteraction
  | EndAttemptInteraction;

/** The element name without qti- and -interaction. */
export type InteractionKind = Interaction['kind'];
