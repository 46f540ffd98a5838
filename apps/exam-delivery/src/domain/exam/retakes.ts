// When a candidate may sit an exam again. Attempts of every exam that evidences the same competency and level
// are one history, so that a new exam does not reset the count.

import { addDays, addMonths, later } from '../calendar.ts';
import type { LegalDate } from '../calendar.ts';
import { refused } from '../refusals.ts';
import type { Refused } from '../refusals.ts';

export type RetakeRules = {
  /** Days to wait after the first, second, third ... failure; the last one serves all that follow. */
  waitDays: number[];
  maxAttempts: number;
  windowMonths: number;
};

export type PastAttempt = {
  startedOn: LegalDate;
  /** The day it was submitted or closed; waiting is counted from there. */
  endedOn: LegalDate | null;
  outcome: 'open' | 'pending' | 'passed' | 'failed' | 'void';
};

/** An attainment by a pass ends after validityMonths; another try is allowed from renewalDays before that. */
export type Renewal = { validityMonths: number | null; renewalDays: number };

export type StartVerdict =
  | { outcome: 'allowed'; attemptNumber: number }
  | (Refused<
      'attempt-open' | 'result-pending' | 'already-passed' | 'waiting-period' | 'attempts-used-up'
    > & {
      nextDate: LegalDate | null;
    });

export function mayStart(
  rules: RetakeRules,
  renewal: Renewal,
  history: readonly PastAttempt[],
  today: LegalDate,
): StartVerdict {
  // A void attempt (outage, upheld appeal) does not count.
  const counted = history
    .filter((attempt) => attempt.outcome !== 'void')
    .toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : a.startedOn > b.startedOn ? 1 : 0));
  if (counted.some((a) => a.outcome === 'open'))
    return { ...refused('attempt-open'), nextDate: null };
  if (counted.some((a) => a.outcome === 'pending'))
    return { ...refused('result-pending'), nextDate: null };

  const lastPass = counted.findLastIndex((attempt) => attempt.outcome === 'passed');
  const passed = counted[lastPass];
  if (passed !== undefined) {
    const from = renewalOpens(passed, renewal);
    if (from === null || today < from) return { ...refused('already-passed'), nextDate: from };
  }
  const waitsUntil = waitingEnds(rules, counted.slice(lastPass + 1));
  const freeFrom = windowFrees(rules, counted, today);
  if (freeFrom !== null && today < freeFrom)
    return { ...refused('attempts-used-up'), nextDate: later(freeFrom, waitsUntil ?? freeFrom) };
  if (waitsUntil !== null && today < waitsUntil)
    return { ...refused('waiting-period'), nextDate: waitsUntil };
  return { outcome: 'allowed', attemptNumber: counted.length + 1 };
}

function renewalOpens(passed: PastAttempt, renewal: Renewal): LegalDate | null {
  if (renewal.validityMonths === null) return null;
  const ends = addMonths(passed.endedOn ?? passed.startedOn, renewal.validityMonths);
  return addDays(ends, -renewal.renewalDays);
}

function waitingEnds(rules: RetakeRules, sincePass: readonly PastAttempt[]): LegalDate | null {
  const failures = sincePass.filter((attempt) => attempt.outcome === 'failed');
  const last = failures.at(-1);
  if (last === undefined) return null;
  const days = rules.waitDays[failures.length - 1] ?? rules.waitDays.at(-1) ?? 0;
  return addDays(last.endedOn ?? last.startedOn, days);
}

/** An attempt leaves the window on the same day of the month, windowMonths later. */
function windowFrees(
  rules: RetakeRules,
  counted: readonly PastAttempt[],
  today: LegalDate,
): LegalDate | null {
  const leaves = (attempt: PastAttempt) => addMonths(attempt.startedOn, rules.windowMonths);
  const inside = counted.filter((attempt) => today < leaves(attempt));
  if (inside.length < rules.maxAttempts) return null;
  const blocking = inside[inside.length - rules.maxAttempts];
  return blocking === undefined ? null : leaves(blocking);
}
