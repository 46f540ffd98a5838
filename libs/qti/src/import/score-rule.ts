import { writeScalar } from '../model/lexical.ts';
import { tag } from '../write/xml.ts';

/** A third of a point, and what else arithmetic makes, without the noise of its last digits. */
export const numberText = (value: number): string => writeScalar(Number(value.toPrecision(12)));

export const setScore = (value: number): string =>
  tag(
    'qti-set-outcome-value',
    { identifier: 'SCORE' },
    tag('qti-base-value', { 'base-type': 'float' }, numberText(value)),
  );
