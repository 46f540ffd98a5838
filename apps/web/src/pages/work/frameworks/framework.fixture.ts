// A small framework for the tests of the pages' rules.

import type { FrameworkDocument, FrameworkText } from '../../../api/framework-drafts.ts';

export const text = (en: string): FrameworkText => ({ en, ru: `${en} (ru)`, tg: `${en} (tg)` });

export const small = (): FrameworkDocument => ({
  code: 'SMALL',
  title: text('Small'),
  notice: text('For tests'),
  levels: [
    {
      level: 1,
      code: 'L1',
      title: text('One'),
      descriptor: text('First'),
      evidence: ['exam', 'course'],
      evidenceRule: 'any',
      validityMonths: 36,
    },
    {
      level: 2,
      code: 'L2',
      title: text('Two'),
      descriptor: text('Second'),
      evidence: ['exam', 'practical'],
      evidenceRule: 'all',
      validityMonths: 24,
    },
  ],
  groups: [
    { group: 'G', title: text('Group') },
    { group: 'H', title: text('Other') },
  ],
  competencies: ['c1', 'c2'].map((competencyId) => ({
    competencyId,
    code: competencyId.toUpperCase(),
    title: text(`Care ${competencyId}`),
    group: 'G',
    descriptors: [
      { level: 1, text: text(`Cares ${competencyId}`) },
      { level: 2, text: text(`Cares well ${competencyId}`) },
    ],
  })),
  roles: [
    { roleId: 'r1', code: 'R1', title: text('Learner') },
    { roleId: 'r2', code: 'R2', title: text('Master') },
  ],
  requirements: [
    { roleId: 'r1', competencyId: 'c1', level: 1 },
    { roleId: 'r2', competencyId: 'c1', level: 2 },
    { roleId: 'r2', competencyId: 'c2', level: 2 },
  ],
  equivalence: [],
});
