import type { Check, Standing } from './check.ts';

/**
 * One word for a page's first sentence. It never reads better than its checks: what is not genuine
 * comes before what became of it, and 'valid' only when every check has passed.
 */
export function standingOf(checks: readonly Check[]): Standing {
  const failed = (name: Check['check']) =>
    checks.find((check) => check.check === name && check.outcome === 'failed');
  if (failed('shape') || failed('proof')) return 'not-valid';
  const issuer = failed('issuer');
  if (issuer !== undefined)
    return issuer.code === 'unknown-issuer' ? 'unknown-issuer' : 'not-valid';
  if (failed('log')) return 'not-valid';
  // Not genuinely signed as far as we know: its dates and status say nothing yet.
  const untold = (name: Check['check']) =>
    checks.some((check) => check.check === name && check.outcome === 'cannot-tell');
  if (untold('shape') || untold('proof') || untold('issuer')) return 'cannot-tell';
  const status = failed('status');
  if (status?.code === 'withdrawn') return 'withdrawn';
  const dates = failed('dates');
  if (dates?.code === 'expired') return 'expired';
  if (status?.code === 'suspended') return 'suspended';
  if (dates !== undefined) return dates.code === 'not-yet-valid' ? 'not-yet-valid' : 'not-valid';
  if (status !== undefined || untold('status') || untold('log')) return 'cannot-tell';
  return 'valid';
}
