// A small framework for the tests of the rules.

import type { FrameworkDocument, PublishedFramework, Text } from './framework.ts';

export const text = (en: string): Text => ({ en, ru: `${en} (ru)`, tg: `${en} (tg)` });

export const document = (): FrameworkDocument => ({
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
  groups: [{ group: 'G', title: text('Group') }],
  competencies: [
    {
      competencyId: 'c1',
      code: 'C1',
      title: text('Care'),
      group: 'G',
      descriptors: [
        { level: 1, text: text('Cares') },
        { level: 2, text: text('Cares well') },
      ],
    },
  ],
  roles: [
    { roleId: 'r1', code: 'R1', title: text('Learner') },
    { roleId: 'r2', code: 'R2', title: text('Master') },
  ],
  requirements: [
    { roleId: 'r1', competencyId: 'c1', level: 1 },
    { roleId: 'r2', competencyId: 'c1', level: 2 },
  ],
  equivalence: [],
});

export const published = (more: Partial<PublishedFramework> = {}): PublishedFramework => {
  const { equivalence: _none, ...content } = document();
  return {
    ...content,
    frameworkId: 'f1',
    version: 1,
    publishedAt: '2026-01-01T00:00:00.000Z',
    equivalentTo: [],
    ...more,
  };
};
