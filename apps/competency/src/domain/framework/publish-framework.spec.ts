import { describe, expect, it } from '@jest/globals';
import type { FrameworkDocument } from './framework.ts';
import { document, published } from './framework.fixture.ts';
import { publishFramework } from './publish-framework.ts';

const at = new Date('2026-11-24T08:00:00Z');
const editor = { account: 'a1', person: 'p1' };
const publisher = { account: 'a2', person: 'p2' };
const draftOf = (edited: FrameworkDocument) => ({
  frameworkId: 'f1',
  document: edited,
  editors: [editor],
});

describe('publishing a framework', () => {
  it('makes the next version', () => {
    const decision = publishFramework(draftOf(document()), publisher, [published()], at);
    expect(decision).toMatchObject({ outcome: 'published', framework: { version: 2 } });
  });

  it('is refused to the editor, whichever account the same person comes with', () => {
    const refused = { outcome: 'refused', reason: 'edited-by-publisher' };
    expect(publishFramework(draftOf(document()), editor, [], at)).toEqual(refused);
    const second = { account: 'a3', person: 'p1' };
    expect(publishFramework(draftOf(document()), second, [], at)).toEqual(refused);
    const nobody = { account: 'a4', person: null };
    const byNobody = { ...draftOf(document()), editors: [{ account: 'a5', person: null }] };
    expect(publishFramework(byNobody, nobody, [], at).outcome).toBe('published');
  });

  it.each<[string, string, (edited: FrameworkDocument) => void]>([
    ['missing-language', 'levels[0].descriptor.tg', (d) => void (d.levels[0]!.descriptor.tg = ' ')],
    ['duplicate', 'roles[1].code', (d) => void (d.roles[1]!.code = 'R1')],
    ['duplicate', 'requirements[2]', (d) => void d.requirements.push({ ...d.requirements[0]! })],
    ['levels-not-consecutive', 'levels', (d) => void (d.levels[1]!.level = 3)],
    ['no-evidence', 'levels[1].evidence', (d) => void (d.levels[1]!.evidence = [])],
    [
      'validity-not-positive',
      'levels[0].validityMonths',
      (d) => void (d.levels[0]!.validityMonths = 0),
    ],
    [
      'missing-descriptor',
      'competencies[0].descriptors',
      (d) => void d.competencies[0]!.descriptors.pop(),
    ],
    ['unknown-group', 'competencies[0].group', (d) => void (d.groups = [])],
    ['unknown-role', 'requirements[0].roleId', (d) => void (d.requirements[0]!.roleId = 'x')],
    [
      'unknown-competency',
      'requirements[0].competencyId',
      (d) => void (d.requirements[0]!.competencyId = 'x'),
    ],
    ['unknown-level', 'requirements[0].level', (d) => void (d.requirements[0]!.level = 7)],
    ['empty', 'requirements', (d) => void (d.requirements = [])],
    ['code-changed', 'code', (d) => void (d.code = 'OTHER')],
    [
      'id-changed',
      'competencies[0]',
      (d) => {
        d.competencies[0]!.competencyId = 'c9';
        for (const requirement of d.requirements) requirement.competencyId = 'c9';
      },
    ],
    [
      'unknown-version',
      'equivalence[0].version',
      (d) =>
        void d.equivalence.push({ competencyId: 'c1', level: 1, version: 5, equivalent: true }),
    ],
  ])('is refused with %s at %s', (code, field, spoil) => {
    const spoilt = document();
    spoil(spoilt);
    const decision = publishFramework(draftOf(spoilt), publisher, [published()], at);
    if (decision.outcome !== 'refused' || decision.reason !== 'not-publishable') {
      throw new Error(decision.outcome);
    }
    expect(decision.problems).toContainEqual(expect.objectContaining({ code, field }));
  });

  it('declares a level equivalent by default when its descriptor is unchanged in every language', () => {
    const changed = document();
    changed.competencies[0]!.descriptors[1]!.text.tg = 'another';
    const decision = publishFramework(draftOf(changed), publisher, [published()], at);
    expect(decision).toMatchObject({
      framework: { equivalentTo: [{ competencyId: 'c1', level: 1, version: 1 }] },
    });
  });

  it('lets the editor declare otherwise, either way', () => {
    const changed = document();
    changed.competencies[0]!.descriptors[1]!.text.tg = 'a typing error less';
    changed.equivalence = [
      { competencyId: 'c1', level: 1, version: 1, equivalent: false },
      { competencyId: 'c1', level: 2, version: 1, equivalent: true },
    ];
    const decision = publishFramework(draftOf(changed), publisher, [published()], at);
    expect(decision).toMatchObject({
      framework: { equivalentTo: [{ competencyId: 'c1', level: 2, version: 1 }] },
    });
  });

  it('lets an equivalence that was declared go on through the versions after it', () => {
    const corrected = document();
    corrected.competencies[0]!.descriptors[1]!.text.tg = 'a typing error less';
    corrected.equivalence = [{ competencyId: 'c1', level: 2, version: 1, equivalent: true }];
    const second = publishFramework(draftOf(corrected), publisher, [published()], at);
    if (second.outcome !== 'published') throw new Error(second.reason);
    const earlier = [published(), second.framework];
    const unchanged = { ...corrected, equivalence: [] };
    const level2 = (edited: FrameworkDocument) => {
      const third = publishFramework(draftOf(edited), publisher, earlier, at);
      if (third.outcome !== 'published') throw new Error(third.reason);
      return third.framework.equivalentTo
        .filter(({ level }) => level === 2)
        .map(({ version }) => version);
    };
    expect(level2(unchanged)).toEqual([2, 1]);
    const rewritten = structuredClone(unchanged);
    rewritten.competencies[0]!.descriptors[1]!.text.en = 'Something else';
    expect(level2(rewritten)).toEqual([]);
  });
});
