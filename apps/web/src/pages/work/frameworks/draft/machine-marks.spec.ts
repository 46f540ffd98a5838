import { describe, expect, it } from '@jest/globals';
import { small, text } from '../framework.fixture.ts';
import { modelOf } from './draft-model.ts';
import { marksOf, textsOfCompetency, withCompetencyMark, withMark } from './machine-marks.ts';

describe('the mark that no person has read a text', () => {
  it('stands on an entry as soon as it stands on one of its texts', () => {
    const drafted = { ...text('a'), machineDrafted: ['tg' as const] };
    expect(marksOf([text('b'), drafted])).toEqual(['tg']);
    expect(marksOf([text('b')])).toEqual([]);
  });

  it('is set once and leaves no trace when it is taken away', () => {
    const once = withMark(withMark(text('a'), 'ru', true), 'ru', true);
    expect(once).toEqual({ ...text('a'), machineDrafted: ['ru'] });
    expect(withMark(once, 'ru', false)).toEqual(text('a'));
  });

  it('is set on the name of a competency and on each of its levels, written or not', () => {
    const competency = { ...modelOf(small()).competencies[0]!, descriptors: {} };
    const marked = { ...competency, ...withCompetencyMark(competency, [1, 2], 'tg', true) };
    expect(textsOfCompetency(marked, [1, 2]).map((each) => each.machineDrafted)).toEqual([
      ['tg'],
      ['tg'],
      ['tg'],
    ]);
  });
});
