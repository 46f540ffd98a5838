import { describe, expect, it } from '@jest/globals';
import type { FrameworkDocument } from '../../../../api/framework-drafts.ts';
import { small, text } from '../framework.fixture.ts';
import { compareFrameworks, isUnchanged, type FrameworkChanges } from './compare-frameworks.ts';

function changesBy(edit: (draft: FrameworkDocument) => void): FrameworkChanges {
  const draft = small();
  edit(draft);
  return compareFrameworks({ ...small(), version: 3 }, draft);
}

const nothing: FrameworkChanges = {
  added: [],
  removed: [],
  meanings: [],
  requirements: [],
  rules: [],
  regrouped: [],
  words: [],
  recoded: [],
  reordered: [],
  marks: [],
};

describe('what a draft changes against the published version', () => {
  it('is nothing when nothing was changed', () => {
    const changes = changesBy(() => undefined);
    expect(changes).toEqual(nothing);
    expect(isUnchanged(changes)).toBe(true);
  });

  it('is a level that means something else: what was attained does not count by itself', () => {
    const changes = changesBy((draft) => {
      draft.competencies[0]!.descriptors[1]!.text.ru = 'иначе';
    });
    const texts = [{ language: 'ru', was: 'Cares well c1 (ru)', is: 'иначе' }];
    expect(changes).toEqual({
      ...nothing,
      meanings: [{ competency: 'C1', level: 2, texts, counts: false }],
    });
    expect(isUnchanged(changes)).toBe(false);
  });

  it('counts on where the editor declares that the changed words mean the same, for this version only', () => {
    const meanings = (version: number) =>
      changesBy((draft) => {
        draft.competencies[0]!.descriptors[1]!.text.tg = 'бе хато';
        draft.equivalence = [{ competencyId: 'c1', level: 2, version, equivalent: true }];
      }).meanings.map(({ counts }) => counts);
    expect(meanings(3)).toEqual([true]);
    expect(meanings(2)).toEqual([false]);
  });

  it('stops counting where the same words are declared to mean something else', () => {
    const { meanings } = changesBy((draft) => {
      draft.equivalence = [{ competencyId: 'c2', level: 1, version: 3, equivalent: false }];
    });
    expect(meanings).toEqual([{ competency: 'C2', level: 1, texts: [], counts: false }]);
  });

  it('is a requirement raised, lowered, new or dropped', () => {
    const { requirements } = changesBy((draft) => {
      draft.requirements = [
        { roleId: 'r1', competencyId: 'c1', level: 2 },
        { roleId: 'r1', competencyId: 'c2', level: 1 },
        { roleId: 'r2', competencyId: 'c2', level: 1 },
      ];
    });
    expect(requirements).toEqual([
      { role: 'R1', competency: 'C1', was: 1, is: 2 },
      { role: 'R1', competency: 'C2', was: 0, is: 1 },
      { role: 'R2', competency: 'C1', was: 2, is: 0 },
      { role: 'R2', competency: 'C2', was: 2, is: 1 },
    ]);
  });

  it('is what comes and what goes, and a removed competency is told once, not by each requirement', () => {
    const changes = changesBy((draft) => {
      draft.competencies.pop();
      draft.requirements.pop();
      draft.roles.push({ roleId: 'r3', code: 'R3', title: text('New') });
      draft.requirements.push({ roleId: 'r3', competencyId: 'c1', level: 1 });
    });
    expect(changes.removed).toMatchObject([{ kind: 'competency', id: 'c2', code: 'C2' }]);
    expect(changes.added).toMatchObject([{ kind: 'role', code: 'R3' }]);
    expect(changes.requirements).toEqual([{ role: 'R3', competency: 'C1', was: 0, is: 1 }]);
  });

  it('tells another id under the same code as one gone and one new', () => {
    const { added, removed } = changesBy((draft) => {
      draft.roles[0]!.roleId = 'r9';
    });
    expect([added[0]?.id, removed[0]?.id]).toEqual(['r9', 'r1']);
  });

  it('is how a level is reached and how long it holds', () => {
    const { rules } = changesBy((draft) => {
      draft.levels[0]!.validityMonths = 24;
      draft.levels[1]!.evidence = ['exam'];
    });
    expect(rules).toEqual([
      { level: 1, rule: 'validity', was: 36, is: 24 },
      {
        level: 2,
        rule: 'evidence',
        was: { kinds: ['exam', 'practical'], rule: 'all' },
        is: { kinds: ['exam'], rule: 'all' },
      },
    ]);
  });

  it('is no other evidence when its kinds only stand in another order', () => {
    const { rules } = changesBy((draft) => void draft.levels[0]!.evidence.reverse());
    expect(rules).toEqual([]);
  });

  it('is words, an area and an order, each told apart', () => {
    const changes = changesBy((draft) => {
      draft.title.en = 'Smaller';
      draft.competencies[1]!.group = 'H';
      draft.roles.reverse();
    });
    expect(changes.words).toEqual([
      {
        kind: 'framework',
        code: 'SMALL',
        field: 'title',
        texts: [{ language: 'en', was: 'Small', is: 'Smaller' }],
      },
    ]);
    expect(changes.regrouped).toEqual([{ competency: 'C2', was: 'G', is: 'H' }]);
    expect(changes.reordered).toEqual(['role']);
  });

  it('has another order only where those that stay stand otherwise', () => {
    const { reordered } = changesBy((draft) => {
      draft.roles.shift();
      draft.competencies.unshift({ ...draft.competencies[0]!, competencyId: 'c0', code: 'C0' });
    });
    expect(reordered).toEqual([]);
  });

  it('is another code of the same entry', () => {
    const { recoded, added, removed } = changesBy((draft) => {
      draft.competencies[0]!.code = 'C9';
    });
    expect(recoded).toEqual([{ kind: 'competency', was: 'C1', is: 'C9' }]);
    expect([added, removed]).toEqual([[], []]);
  });

  it('is a text that a person has read since, and one that a machine drafted, by language', () => {
    const before = small();
    before.title.machineDrafted = ['tg'];
    before.competencies[0]!.descriptors[0]!.text.machineDrafted = ['tg'];
    const draft = structuredClone(before);
    delete draft.title.machineDrafted;
    draft.roles[1]!.title.machineDrafted = ['ru'];
    expect(compareFrameworks({ ...before, version: 1 }, draft)).toEqual({
      ...nothing,
      marks: [
        { language: 'ru', read: 0, drafted: 1 },
        { language: 'tg', read: 1, drafted: 0 },
      ],
    });
  });
});
