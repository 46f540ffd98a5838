import type { BaseType, Cardinality, Scalar, Value } from './value.ts';

export const shapes = ['circle', 'rect', 'poly', 'ellipse', 'default'] as const;
export type Shape = (typeof shapes)[number];

export interface Area {
  readonly shape: Shape;
  readonly coords: readonly number[];
}

export interface Bounds {
  readonly lowerBound?: number;
  readonly upperBound?: number;
  readonly defaultValue: number;
}

export interface MapEntry {
  readonly key: Scalar;
  readonly value: number;
  readonly caseSensitive: boolean;
}

export interface Mapping extends Bounds {
  readonly entries: readonly MapEntry[];
}

export interface AreaMapping extends Bounds {
  readonly entries: readonly (Area & { readonly value: number })[];
}

export interface Declaration {
  readonly identifier: string;
  readonly cardinality: Cardinality;
  /** Absent exactly when the cardinality is record. */
  readonly baseType?: BaseType;
  readonly default: Value | null;
}

export interface ResponseDeclaration extends Declaration {
  readonly correct: Value | null;
  readonly interpretation?: string;
  readonly mapping?: Mapping;
  readonly areaMapping?: AreaMapping;
}

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
export type View = (typeof views)[number];

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

export interface TemplateDeclaration extends Declaration {
  readonly paramVariable: boolean;
  readonly mathVariable: boolean;
}
