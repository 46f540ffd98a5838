import type { Area } from './declaration.ts';
import type { BaseType, Value } from './value.ts';

/** A number, or the identifier of the variable that holds it (integerOrVariableRef and the like). */
export type NumberOrVariable = number | { readonly variable: string };
/** A text, or the identifier of the variable that holds it (stringOrVariableRef). */
export type TextOrVariable = string | { readonly variable: string };

/** ASI, "roundingMode". */
export type RoundingMode = 'decimalPlaces' | 'significantFigures';

export const mathFunctions = [
  'sin',
  'cos',
  'tan',
  'sec',
  'csc',
  'cot',
  'asin',
  'acos',
  'atan',
  'atan2',
  'asec',
  'acsc',
  'acot',
  'sinh',
  'cosh',
  'tanh',
  'sech',
  'csch',
  'coth',
  'log',
  'ln',
  'exp',
  'abs',
  'signum',
  'floor',
  'ceil',
  'toDegrees',
  'toRadians',
] as const;
/** ASI, "mathOperator": angles in radians. */
export type MathFunction = (typeof mathFunctions)[number];

export const statistics = ['mean', 'sampleVariance', 'sampleSD', 'popVariance', 'popSD'] as const;
/** ASI, "statsOperator". */
export type Statistic = (typeof statistics)[number];

/** ASI, "itemSubset": items of a section, of some categories and of none of others. */
export interface ItemSubset {
  readonly section?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Operators that have operands and nothing else. */
export type PlainOperator =
  | 'and'
  | 'or'
  | 'not'
  | 'is-null'
  | 'match'
  | 'member'
  | 'contains'
  | 'delete'
  | 'multiple'
  | 'ordered'
  | 'container-size'
  | 'random'
  | 'sum'
  | 'product'
  | 'subtract'
  | 'divide'
  | 'power'
  | 'integer-divide'
  | 'integer-modulus'
  | 'integer-to-float'
  | 'round'
  | 'truncate'
  | 'min'
  | 'max'
  | 'gcd'
  | 'lcm'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'duration-lt'
  | 'duration-gte';

interface With<Op extends string> {
  readonly op: Op;
  readonly of: readonly Expression[];
}

/** ASI, "Expressions". `op` is the standard's element name without its prefix qti-. */
export type Expression =
  | With<PlainOperator>
  | {
      readonly op: 'base-value';
      readonly value: Value | null;
      /** A float that JSON cannot say; `value` is null then. */
      readonly infinite?: 'INF' | '-INF';
    }
  | { readonly op: 'null' }
  | { readonly op: 'variable'; readonly identifier: string; readonly weight?: string }
  | {
      readonly op: 'correct' | 'default' | 'map-response' | 'map-response-point';
      readonly identifier: string;
    }
  | { readonly op: 'math-constant'; readonly name: 'pi' | 'e' }
  | {
      readonly op: 'random-integer';
      readonly min: NumberOrVariable;
      readonly max: NumberOrVariable;
      readonly step: NumberOrVariable;
    }
  | { readonly op: 'random-float'; readonly min: NumberOrVariable; readonly max: NumberOrVariable }
  | (With<'any-n'> & { readonly min: NumberOrVariable; readonly max: NumberOrVariable })
  | (With<'index'> & { readonly n: NumberOrVariable })
  | (With<'field-value'> & { readonly field: string })
  | (With<'inside'> & Area)
  | (With<'equal'> & {
      readonly toleranceMode: 'exact' | 'absolute' | 'relative';
      readonly tolerance: readonly NumberOrVariable[];
      readonly includeLowerBound: boolean;
      readonly includeUpperBound: boolean;
    })
  | (With<'equal-rounded' | 'round-to'> & {
      readonly mode: RoundingMode;
      readonly figures: NumberOrVariable;
    })
  | (With<'string-match'> & { readonly caseSensitive: boolean; readonly substring: boolean })
  | (With<'substring'> & { readonly caseSensitive: boolean })
  | (With<'pattern-match'> & { readonly pattern: TextOrVariable })
  | (With<'repeat'> & { readonly times: NumberOrVariable })
  | (With<'math-operator'> & { readonly name: MathFunction })
  | (With<'stats-operator'> & { readonly name: Statistic })
  | {
      readonly op:
        | 'number-correct'
        | 'number-incorrect'
        | 'number-presented'
        | 'number-responded'
        | 'number-selected';
      readonly subset: ItemSubset;
    }
  | {
      readonly op: 'outcome-minimum' | 'outcome-maximum';
      readonly subset: ItemSubset;
      readonly outcome: string;
      readonly weight?: string;
    }
  | {
      readonly op: 'test-variables';
      readonly subset: ItemSubset;
      readonly variable: string;
      readonly weight?: string;
      readonly baseType?: BaseType;
    };

/** Every expression by name. */
export type Operator = Expression['op'];
