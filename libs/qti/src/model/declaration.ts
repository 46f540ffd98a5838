import type { BaseType, Cardinality, Scalar, Value } from './value.ts';

export const shapes = ['circle', 'rect', 'poly', 'ellipse', 'default'] as const;
/** ASI, "shape". */
export type Shape = (typeof shapes)[number];

/** ASI, "shape", "coords": in pixels of the picture. */
export interface Area {
  readonly shape: Shape;
  readonly coords: readonly number[];
}

/** Of a mapping; the largest double stands for no bound. */
export interface Bounds {
  readonly lowerBound?: number;
  readonly upperBound?: number;
  readonly defaultValue: number;
}

/** ASI, "mapEntry": `key` is of the base type of the variable. */
export interface MapEntry {
  readonly key: Scalar;
  readonly value: number;
  readonly caseSensitive: boolean;
}

/** ASI, "mapping". */
export interface Mapping extends Bounds {
  readonly entries: readonly MapEntry[];
}

/** ASI, "areaMapping": the first area that holds a point counts. */
export interface AreaMapping extends Bounds {
  readonly entries: readonly (Area & { readonly value: number })[];
}

/** What all variables have (ASI, "Variables"); `default` null is NULL. */
export interface Declaration {
  readonly identifier: string;
  readonly cardinality: Cardinality;
  /** Absent exactly when the cardinality is record. */
  readonly baseType?: BaseType;
  readonly default: Value | null;
}

/** ASI, "responseDeclaration". */
export interface ResponseDeclaration extends Declaration {
  readonly correct: Value | null;
  readonly interpretation?: string;
  readonly mapping?: Mapping;
  readonly areaMapping?: AreaMapping;
}

/**
 * ASI, "matchTable", "interpolationTable": entries in the order of the document, the first that fits
 * counts.
 */
export type LookupTable =
  | {
      readonly kind: 'match';
      readonly default: Scalar | null;
      readonly entries: readonly { readonly source: number; readonly target: Scalar }[];
    }
  | {
      readonly kind: 'interpolation';
      readonly default: Scalar | null;
      readonly entries: readonly {
        readonly source: number;
        readonly includeBoundary: boolean;
        readonly target: Scalar;
      }[];
    };

export const externalScorings = ['externalMachine', 'human'] as const;

export const views = [
  'author',
  'candidate',
  'proctor',
  'scorer',
  'testConstructor',
  'tutor',
] as const;
/** ASI, "view": whom something is for. */
export type View = (typeof views)[number];

/** ASI, "outcomeDeclaration". */
export interface OutcomeDeclaration extends Declaration {
  readonly interpretation?: string;
  readonly longInterpretation?: string;
  readonly view?: readonly View[];
  readonly normalMaximum?: number;
  readonly normalMinimum?: number;
  readonly masteryValue?: number;
  readonly externalScored?: (typeof externalScorings)[number];
  readonly variableIdentifierRef?: string;
  readonly table?: LookupTable;
}

/** ASI, "templateDeclaration". */
export interface TemplateDeclaration extends Declaration {
  readonly paramVariable: boolean;
  readonly mathVariable: boolean;
}
