import { formatInstant, instantOf } from '../document/date-time.ts';
import { asList, isObject, textOf } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import type { DatesCheck, DatesCode } from './check.ts';

/** Clocks differ: a proof may be this much younger than the verifier's own time. */
export const CLOCK_SKEW = 5 * 60 * 1000;

/** VCDM 2.0 §4.9: valid from and until, both included; VC Data Integrity §2.1: created, expires. */
export function checkDates(document: JsonObject, at: Date): DatesCheck {
  const now = at.getTime();
  const from = timeOf(document['validFrom']);
  const until = timeOf(document['validUntil']);
  const period = `${textOf(document['validFrom']) ?? '…'} to ${textOf(document['validUntil']) ?? '…'}`;
  const answer = (code: DatesCode, what = period): DatesCheck => ({
    check: 'dates',
    outcome: code === 'in-period' ? 'passed' : 'failed',
    code,
    what,
    against: formatInstant(at),
    asOf: null,
  });
  for (const proof of asList(document['proof'])) {
    if (!isObject(proof)) continue;
    const created = timeOf(proof['created']);
    const expires = timeOf(proof['expires']);
    if (created !== null && created > now + CLOCK_SKEW) {
      return answer('signed-in-the-future', `signed ${textOf(proof['created'])}`);
    }
    if (expires !== null && expires < now) {
      return answer('proof-expired', `the proof is good until ${textOf(proof['expires'])}`);
    }
  }
  if (from !== null && now < from) return answer('not-yet-valid');
  // A second that has begun is part of the period: "until 23:59:59" includes 23:59:59.9.
  if (until !== null && now >= until + 1000) return answer('expired');
  return answer('in-period');
}

function timeOf(value: Json | undefined): number | null {
  return typeof value === 'string' ? instantOf(value) : null;
}
