// The closed list of reasons this service refuses for; http/problems.ts gives each its status.

export type Refusal =
  | 'attempt-closed'
  | 'attempt-open'
  | 'attempt-void'
  | 'attempts-used-up'
  | 'already-passed'
  | 'already-released'
  | 'case-closed'
  | 'decided-original'
  | 'declaration-missing'
  | 'editor-publishes'
  | 'entries-missing'
  | 'exam-not-draft'
  | 'exam-not-published'
  | 'exam-not-ready'
  | 'form-unknown'
  | 'journal-conflict'
  | 'journal-gap'
  | 'language-not-offered'
  | 'no-other-form'
  | 'not-decided'
  | 'own-case'
  | 'result-pending'
  | 'sits-these-items'
  | 'sitting-not-open'
  | 'sitting-over'
  | 'waiting-period';

export type Refused<R extends Refusal = Refusal> = { outcome: 'refused'; reason: R };

export const refused = <R extends Refusal>(reason: R): Refused<R> => ({
  outcome: 'refused',
  reason,
});
