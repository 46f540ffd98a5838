// Refusals of the domain as problems, with their sentence.
import { Problem } from '#libs/service-kit';
import type { ChangeRefusal } from '../domain/certificate/change-state.ts';
import type { Decision } from '../domain/issuing/decide.ts';

export const CHANGES: Record<ChangeRefusal, string> = {
  'own-certificate': 'Nobody acts on a certificate of his own.',
  'not-active': 'Only an active certificate can be suspended.',
  'not-suspended': 'Only a suspended certificate can be reinstated.',
  'already-ended': 'It is withdrawn or superseded: that is final.',
  expired: 'It has expired.',
  'evidence-still-withdrawn': 'An attainment that it rests on was withdrawn.',
  'effective-in-future': 'The effective date is after today.',
  'effective-before-issue': 'The effective date is before the issue.',
  'effective-before-last-change': 'The effective date is before the suspension.',
};

export function refusedChange(reason: ChangeRefusal): Problem {
  const code = reason === 'own-certificate' ? 'forbidden' : 'unprocessable';
  return new Problem(code, { reason, detail: CHANGES[reason] });
}

export function refusedIssue(decision: Exclude<Decision, { outcome: 'issue' }>): Problem {
  switch (decision.reason) {
    case 'not-attained': {
      const errors = decision.missing.map(({ competencyId, level, evidence }) => ({
        field: `requirements.${competencyId}`,
        message: `level ${level}${evidence === null ? '' : ` by ${evidence}`} is not attained`,
      }));
      const detail = 'Not everything that the scheme asks for is attained.';
      return new Problem('unprocessable', { reason: decision.reason, detail, errors });
    }
    case 'held-until': {
      const detail = `A certificate of this scheme is held; its renewal opens on ${decision.renewalOpens}.`;
      return new Problem('conflict', { reason: decision.reason, detail });
    }
    case 'held-suspended': {
      const detail = 'A certificate of this scheme is suspended: decide its case first.';
      return new Problem('conflict', { reason: decision.reason, detail });
    }
    case 'already-certified': {
      const detail = 'There is a certificate of this scheme on the same evidence.';
      return new Problem('conflict', { reason: decision.reason, detail });
    }
    case 'not-published': {
      const detail = 'The scheme is not published.';
      return new Problem('unprocessable', { reason: decision.reason, detail });
    }
    case 'barred': {
      const detail = 'A certificate of this scheme was withdrawn for fraud or misconduct.';
      return new Problem('unprocessable', { reason: decision.reason, detail });
    }
  }
}

export const nothingToPublish = (): Problem =>
  new Problem('conflict', { reason: 'already-published', detail: 'There is no draft to publish.' });
