// What is decided today may be otherwise on a later day, though nothing happens: a renewal opens, or
// evidence begins to count. Nobody would look again on that day; so it is noted.
import type { LegalDate } from '../words.ts';
import type { Attainment } from './attainment.ts';
import type { Decision } from './decide.ts';

/** The next day on which `decide` may answer otherwise by the date alone; null when on none. */
export function nextDecision(
  decision: Decision,
  attainments: readonly Attainment[],
  at: LegalDate,
): LegalDate | null {
  const begins = attainments.filter((one) => !one.withdrawn && one.from > at);
  const days = begins.map((one) => one.from);
  if (decision.outcome === 'wait' && decision.reason === 'held-until') {
    days.push(decision.renewalOpens);
  }
  return days.toSorted()[0] ?? null;
}
