// An attainment for the tests of the rules.
import type { Attainment } from './attainment.ts';

export const attainment = (changed: Partial<Attainment> = {}): Attainment => ({
  attainmentId: 'a1',
  practitionerId: 'p',
  frameworkId: 'f',
  frameworkVersion: 1,
  competencyId: 'EV3',
  competencyCode: 'EV3',
  level: 2,
  evidence: 'exam',
  from: '2026-01-01',
  to: null,
  withdrawn: false,
  ...changed,
});
