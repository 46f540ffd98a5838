import { isNumeric } from './numeric.ts';
import type { XmlElement } from '../xml/element.ts';
import { elementsOf } from '../xml/element.ts';
import type { Source } from '../xml/source.ts';
import type { Operand, Signature, StaticType } from './operators.ts';

/** Number and types of an expression's operands; an operand that could not be read counts as fitting. */
export function checkOperands(
  source: Source,
  element: XmlElement,
  signature: Signature,
  operands: readonly (StaticType | undefined)[],
): boolean {
  const { min, max, operands: wanted } = signature;
  if (operands.length < min || operands.length > max) {
    const expected = min === max ? String(min) : `${min} or more`;
    source.problem(element, 'wrong-value', `${operands.length} operands`, `${expected} operands`);
    return false;
  }
  const elements = elementsOf(element);
  let fits = true;
  for (const [i, type] of operands.entries()) {
    const want = wanted[i] ?? wanted.at(-1);
    const at = elements[i] ?? element;
    if (want === undefined || type === undefined || matches(want, type)) continue;
    source.problem(at, 'wrong-type', `is ${say(type)}`, sayOperand(want));
    fits = false;
  }
  return (!signature.same || checkSame(source, element, operands)) && fits;
}

const matches = (want: Operand, { cardinality, baseType }: StaticType): boolean =>
  (cardinality === undefined || want.cardinalities.includes(cardinality)) &&
  (baseType === undefined || want.baseTypes.includes(baseType));

function checkSame(
  source: Source,
  element: XmlElement,
  operands: readonly (StaticType | undefined)[],
): boolean {
  const known = operands.filter((type) => type?.baseType !== undefined);
  const first = known[0]?.baseType;
  const other = known.find((type) => type?.baseType !== first)?.baseType;
  const alike = element.name === 'qti-match' || element.name === 'qti-contains';
  if (alike && !sameCardinality(operands)) {
    source.problem(
      element,
      'wrong-type',
      'the operands differ in cardinality',
      'the same cardinality',
    );
    return false;
  }
  if (first === undefined || other === undefined) return true;
  if (isNumeric(first) && isNumeric(other)) {
    source.warn(element, 'mixed-number-types', 'an integer is compared with a float, as numbers');
    return true;
  }
  source.problem(element, 'wrong-type', `${first} beside ${other}`, 'the same base type');
  return false;
}

function sameCardinality(operands: readonly (StaticType | undefined)[]): boolean {
  const known = operands
    .map((type) => type?.cardinality)
    .filter((cardinality) => cardinality !== undefined);
  return new Set(known).size <= 1;
}

export const say = ({ cardinality, baseType }: StaticType): string =>
  `${cardinality ?? 'of any cardinality'} ${baseType ?? ''}`.trim();

const sayOperand = ({ cardinalities, baseTypes }: Operand): string =>
  `${cardinalities.join(' or ')}${baseTypes.length > 4 ? '' : ` ${baseTypes.join(' or ')}`}`;
