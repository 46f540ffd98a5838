/** How long a name or an address waits after failures: free at first, then doubling. */
export interface ThrottleRule {
  free: number;
  windowSeconds: number;
  firstWaitSeconds: number;
  longestWaitSeconds: number;
}

export const PER_ACCOUNT: ThrottleRule = {
  free: 10,
  windowSeconds: 3600,
  firstWaitSeconds: 30,
  longestWaitSeconds: 900,
};

/** Wide, since a whole agency may stand behind one address. */
export const PER_ADDRESS: ThrottleRule = {
  free: 200,
  windowSeconds: 900,
  firstWaitSeconds: 30,
  longestWaitSeconds: 900,
};

/** Seconds until the next try is admitted; 0 = now. `failures` are those within the window. */
export function secondsToWait(failures: readonly Date[], now: Date, rule: ThrottleRule): number {
  const over = failures.length - rule.free;
  if (over < 0) return 0;
  const last = Math.max(...failures.map((at) => at.getTime()));
  // Past 2^10 the longest wait holds anyway.
  const wait = Math.min(rule.longestWaitSeconds, rule.firstWaitSeconds * 2 ** Math.min(over, 10));
  return Math.max(0, Math.ceil((last + wait * 1000 - now.getTime()) / 1000));
}
