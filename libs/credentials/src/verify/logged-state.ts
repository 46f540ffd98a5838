// What the log says of a certificate's state. A status list tells how it stands; the log tells what
// happened, and nobody who has the issuing key alone can take that away again.
import { instantOf } from '../document/date-time.ts';
import type { StatusCheck } from './check.ts';
import type { LogFinding } from './evidence.ts';

export type StatusFinding = Pick<StatusCheck, 'outcome' | 'code' | 'what' | 'asOf'> &
  Partial<Pick<StatusCheck, 'against'>>;
type LoggedEvent = LogFinding['events'][number];

/** Superseded is no refusal: what was certified stands, and there is something newer. */
const KNOWN = ['issued', 'suspended', 'reinstated', 'withdrawn', 'superseded'];

/**
 * The findings that the log adds, from its events, the oldest first. `listsSpeakUntil`: what happened
 * up to this time is in the suspension list already, which may have lifted it since.
 */
export function loggedState(
  events: readonly LoggedEvent[],
  listsSpeakUntil: number,
): StatusFinding[] {
  const withdrawn = events.find(({ event }) => event === 'withdrawn');
  const last = events.findLast(({ event }) => event === 'suspended' || event === 'reinstated');
  const unknown = events.find(({ event }) => !KNOWN.includes(event));
  const found: StatusFinding[] = [];
  if (withdrawn !== undefined) found.push(inLog('failed', 'withdrawn', withdrawn));
  if (last?.event === 'suspended' && (instantOf(last.time) ?? Infinity) > listsSpeakUntil) {
    found.push(inLog('failed', 'suspended', last));
  }
  if (unknown !== undefined) found.push(inLog('cannot-tell', 'status-type-unknown', unknown));
  return found;
}

function inLog(
  outcome: StatusFinding['outcome'],
  code: StatusFinding['code'],
  { event, time }: LoggedEvent,
): StatusFinding {
  const what = `the log has "${event}" of ${time}`;
  return { outcome, code, what, asOf: time, against: 'the transparency log' };
}
