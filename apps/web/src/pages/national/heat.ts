import type { Cell } from '../../api/national.ts';

/** Where each step of the scale begins; the first begins at nothing. */
export const heatSteps = [0, 0.1, 0.25, 0.4, 0.6, 0.8] as const;

export type Heat = 'none' | 'hidden' | `step-${0 | 1 | 2 | 3 | 4 | 5}`;

/** The depth of the colour says how many hold what is required of them. */
export function heatOf(cell: Cell): Heat {
  if (cell === null) return 'none';
  if (cell.hidden) return 'hidden';
  const step = heatSteps.findLastIndex((from) => cell.shareMeeting >= from);
  return `step-${Math.max(0, step) as 0 | 1 | 2 | 3 | 4 | 5}`;
}

/** Whole per cent, but never all or nothing where it is only nearly so. */
export function percentOf(share: number): number {
  const whole = Math.round(share * 100);
  if (whole === 100 && share < 1) return 99;
  return whole === 0 && share > 0 ? 1 : whole;
}

/** The length of a bar as a part of the longest. */
export const lengthOf = (value: number, longest: number): number =>
  longest <= 0 ? 0 : Math.max(0.005, value / longest);
