import { describe, expect, it } from '@jest/globals';
import { mayStart } from './retakes.ts';
import type { PastAttempt, StartVerdict } from './retakes.ts';

const rules = { waitDays: [30, 60, 90], maxAttempts: 4, windowMonths: 12 };
const renewal = { validityMonths: 36, renewalDays: 180 };

const on = (startedOn: string, outcome: PastAttempt['outcome']): PastAttempt => ({
  startedOn,
  endedOn: outcome === 'open' ? null : startedOn,
  outcome,
});
const failed = (...dates: string[]) => dates.map((date) => on(date, 'failed'));

type Row = [string, PastAttempt[], string, string];

// What was done, the day of the next try, and what the rules say: 'nth' or the reason with the next date.
const table: Row[] = [
  ['nothing yet', [], '2026-03-01', '1st'],
  [
    '29 days after the first failure',
    failed('2026-03-01'),
    '2026-03-30',
    'waiting-period 2026-03-31',
  ],
  ['30 days after the first failure', failed('2026-03-01'), '2026-03-31', '2nd'],
  [
    '59 days after the second',
    failed('2026-01-01', '2026-03-01'),
    '2026-04-29',
    'waiting-period 2026-04-30',
  ],
  ['60 days after the second', failed('2026-01-01', '2026-03-01'), '2026-04-30', '3rd'],
  [
    '89 days after the third',
    failed('2026-01-01', '2026-02-01', '2026-04-10'),
    '2026-07-08',
    'waiting-period 2026-07-09',
  ],
  [
    '90 days after the third',
    failed('2026-01-01', '2026-02-01', '2026-04-10'),
    '2026-07-09',
    '4th',
  ],
  [
    'four in twelve months',
    failed('2026-01-01', '2026-02-01', '2026-04-10', '2026-07-09'),
    '2026-12-31',
    'attempts-used-up 2027-01-01',
  ],
  [
    'the first of four left the window',
    failed('2026-01-01', '2026-02-01', '2026-04-10', '2026-07-09'),
    '2027-01-01',
    '5th',
  ],
  [
    'window free, but the wait is longer',
    failed('2026-01-01', '2026-02-01', '2026-04-10', '2026-12-20'),
    '2026-12-31',
    'attempts-used-up 2027-03-20',
  ],
  ['a void attempt does not count', [on('2026-03-01', 'void')], '2026-03-02', '1st'],
  ['an attempt is open', [on('2026-03-01', 'open')], '2026-03-01', 'attempt-open null'],
  ['a result is awaited', [on('2026-03-01', 'pending')], '2026-09-01', 'result-pending null'],
  ['passed', [on('2026-03-31', 'passed')], '2026-09-01', 'already-passed 2028-10-02'],
  ['passed, and renewal opens', [on('2026-03-31', 'passed')], '2028-10-02', '2nd'],
  [
    'failures before a pass do not lengthen the wait',
    [...failed('2023-01-01', '2023-03-01'), on('2023-06-01', 'passed'), ...failed('2026-03-01')],
    '2026-03-31',
    '5th',
  ],
  [
    'the order of the rows does not matter',
    failed('2026-03-01', '2026-01-01'),
    '2026-04-29',
    'waiting-period 2026-04-30',
  ],
];

const ordinal = ['', '1st', '2nd', '3rd'];
const said = (verdict: StartVerdict): string =>
  verdict.outcome === 'allowed'
    ? (ordinal[verdict.attemptNumber] ?? `${verdict.attemptNumber}th`)
    : `${verdict.reason} ${verdict.nextDate}`;

describe('retakes', () => {
  it.each(table)('%s', (_, history, today, expected) => {
    expect(said(mayStart(rules, renewal, history, today))).toBe(expected);
  });

  it('a competency whose attainment has no end is passed once', () => {
    const verdict = mayStart(
      rules,
      { validityMonths: null, renewalDays: 180 },
      [on('2020-01-01', 'passed')],
      '2099-01-01',
    );
    expect(said(verdict)).toBe('already-passed null');
  });

  it('follows the rules of its exam, not only the default ones', () => {
    const own = { waitDays: [7], maxAttempts: 2, windowMonths: 6 };
    expect(said(mayStart(own, renewal, failed('2026-03-01'), '2026-03-08'))).toBe('2nd');
    expect(said(mayStart(own, renewal, failed('2026-03-01', '2026-03-08'), '2026-03-20'))).toBe(
      'attempts-used-up 2026-09-01',
    );
  });
});
