import { Problem } from '#libs/service-kit';
import type { FieldError, ProblemCode } from '#libs/service-kit';

export const REFUSALS = {
  'edited-by-publisher': ['forbidden', 'Who edited a draft does not publish it.'],
  'not-publishable': ['unprocessable', 'The draft is not complete.'],
  'no-draft': ['conflict', 'There is no draft to publish; edit one first.'],
  'framework-code-taken': ['conflict', 'There is a framework with this code already.'],
  'agency-code-taken': ['conflict', 'There is an agency with this code already.'],
  'region-code-taken': ['conflict', 'There is a region with this code already.'],
  'national-only': ['forbidden', 'Only an account of no agency may do this.'],
  'unknown-region': ['unprocessable', 'There is no such region.'],
  'unknown-agency': ['unprocessable', 'There is no such agency.'],
  'unknown-role': ['unprocessable', 'No published framework has this role.'],
  'unknown-framework': ['unprocessable', 'There is no such published version of a framework.'],
  'unknown-competency': ['unprocessable', 'The framework does not have this competency.'],
  'unknown-level': ['unprocessable', 'The framework does not have this level.'],
  'evidence-not-permitted': ['unprocessable', 'The level does not permit this kind of evidence.'],
  'date-in-future': ['unprocessable', 'The date lies in the future.'],
  'before-current': ['unprocessable', 'The date lies before the present affiliation began.'],
  'no-roles': ['unprocessable', 'Who serves in an agency has at least one role.'],
  'already-registered': ['conflict', 'The person with this number is registered already.'],
  'already-withdrawn': ['conflict', 'The attainment was withdrawn already.'],
  'own-record': ['forbidden', 'Nobody changes their own record.'],
  'not-a-practitioner': ['not-found', 'This account belongs to no practitioner.'],
  'no-framework': ['not-found', 'No framework has been published yet.'],
} as const satisfies Record<string, readonly [ProblemCode, string]>;

export type Refusal = keyof typeof REFUSALS;

/** A refusal of the rules, as the answer that the caller gets. */
export function refusal(
  reason: Refusal,
  more: { field?: string; errors?: readonly FieldError[] } = {},
): Problem {
  const [code, detail] = REFUSALS[reason];
  const errors =
    more.errors ??
    (more.field === undefined ? undefined : [{ field: more.field, message: detail, code: reason }]);
  return new Problem(code, { reason, detail, ...(errors === undefined ? {} : { errors }) });
}
