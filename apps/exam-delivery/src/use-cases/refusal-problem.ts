import { Problem } from '#libs/service-kit';
import type { FieldError, ProblemCode } from '#libs/service-kit';
import type { Refusal } from '../domain/refusals.ts';

const answers: Record<Refusal, { code: ProblemCode; detail: string }> = {
  'already-passed': { code: 'unprocessable', detail: 'This level has been reached already.' },
  'already-released': { code: 'conflict', detail: 'This result has been released already.' },
  'attempt-closed': { code: 'conflict', detail: 'This attempt has ended.' },
  'attempt-open': { code: 'conflict', detail: 'Another attempt is still under way.' },
  'attempt-void': { code: 'conflict', detail: 'This attempt was declared void.' },
  'attempts-used-up': {
    code: 'unprocessable',
    detail: 'No more attempts are allowed in this period.',
  },
  'case-closed': { code: 'conflict', detail: 'This case has been closed already.' },
  'decided-original': {
    code: 'forbidden',
    detail: 'Who decided the original does not close its case.',
  },
  'declaration-missing': {
    code: 'unprocessable',
    detail: 'The declaration has to be accepted before the start.',
  },
  'editor-publishes': {
    code: 'forbidden',
    detail: 'Who edited an exam does not publish it.',
  },
  'entries-missing': {
    code: 'conflict',
    detail: 'Not every entry has arrived; send the rest, then submit again.',
  },
  'exam-not-draft': { code: 'conflict', detail: 'A published exam does not change.' },
  'exam-not-published': { code: 'unprocessable', detail: 'This exam is not published.' },
  'exam-not-ready': { code: 'unprocessable', detail: 'This exam cannot be published yet.' },
  'form-unknown': { code: 'unavailable', detail: 'A form of this exam has not arrived here yet.' },
  'journal-conflict': {
    code: 'conflict',
    detail: 'An entry with this number and another content was saved before.',
  },
  'journal-gap': { code: 'conflict', detail: 'Entries before these have not arrived.' },
  'language-not-offered': {
    code: 'unprocessable',
    detail: 'The exam is not offered in this language.',
  },
  'no-other-form': { code: 'unprocessable', detail: 'No other form of this exam is left.' },
  'not-decided': { code: 'conflict', detail: 'This attempt is not decided yet.' },
  'own-case': { code: 'forbidden', detail: 'Nobody acts on a case of their own.' },
  'result-pending': {
    code: 'conflict',
    detail: 'The result of an attempt before this one is not decided yet.',
  },
  'sits-these-items': {
    code: 'forbidden',
    detail: 'Who is enrolled in an exam with these items does not see how they are scored.',
  },
  'sitting-not-open': { code: 'conflict', detail: 'This sitting has not begun.' },
  'sitting-over': { code: 'gone', detail: 'This sitting is over.' },
  'waiting-period': { code: 'unprocessable', detail: 'The next attempt is not allowed yet.' },
};

/** Everything that a refusal carries besides its reason goes along as members of the problem. */
export function refusalProblem(
  reason: Refusal,
  more: { detail?: string; errors?: FieldError[] } & Record<string, unknown> = {},
): Problem {
  const { code, detail } = answers[reason];
  return new Problem(code, { reason, detail, ...more });
}

export const notFound = (): Problem => new Problem('not-found');
