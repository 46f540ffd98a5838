import { describe, expect, it } from '@jest/globals';
import type { PublishedVersion } from '../../../../api/framework-drafts.ts';
import { small } from '../framework.fixture.ts';
import { declarationOf, isReworded, withDeclaration } from './declared.ts';
import { modelOf } from './draft-model.ts';

const { equivalence: _none, ...content } = small();
const published: PublishedVersion = {
  ...content,
  frameworkId: 'f',
  version: 3,
  publishedAt: '2026-01-01T00:00:00.000Z',
  equivalentTo: [
    { competencyId: 'c1', level: 2, version: 2 },
    { competencyId: 'c1', level: 1, version: 1 },
  ],
};

describe('what was attained at a level before', () => {
  it('goes by the words until it is declared otherwise', () => {
    const model = modelOf(small());
    expect(declarationOf(model, 3, 'c1', 2)).toBe('by-words');
    const competency = model.competencies[0]!;
    expect(isReworded(published, competency, 2)).toBe(false);
    const words = { ...competency.descriptors[2]!, tg: 'дигар' };
    const changed = { ...competency, descriptors: { ...competency.descriptors, 2: words } };
    expect(isReworded(published, changed, 2)).toBe(true);
  });

  it('is declared of the published version and of those that counted in it', () => {
    const model = withDeclaration(modelOf(small()), published, 'c1', 2, 'no');
    expect(model.equivalence).toEqual([
      { competencyId: 'c1', level: 2, version: 3, equivalent: false },
      { competencyId: 'c1', level: 2, version: 2, equivalent: false },
    ]);
    expect(declarationOf(model, 3, 'c1', 2)).toBe('no');
    expect(withDeclaration(model, published, 'c1', 2, 'by-words').equivalence).toEqual([]);
  });
});
