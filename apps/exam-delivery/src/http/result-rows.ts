import type { Cell } from '#libs/csv';
import type { ResultLine } from '../store/sitting-results.ts';

const columns = [
  'attemptId',
  'practitionerId',
  'language',
  'startedAt',
  'endedAt',
  'score',
  'maxScore',
  'cutScore',
  'passed',
  'decidedAt',
  'decidedBy',
  'releasedAt',
  'voidedAt',
  'voidReason',
] as const satisfies readonly (keyof ResultLine)[];

export const resultRows = (lines: readonly ResultLine[]): Cell[][] => [
  [...columns],
  ...lines.map((line) =>
    columns.map((column) => {
      const value = line[column];
      return value instanceof Date ? value.toISOString() : value;
    }),
  ),
];
