import { describe, expect, it } from '@jest/globals';
import { small } from '../framework.fixture.ts';
import {
  added,
  broughtBack,
  canGo,
  changed,
  goneFrom,
  idOf,
  moved,
  removed,
} from './draft-edits.ts';
import { documentOf, modelOf } from './draft-model.ts';

const model = () => modelOf(small());
const ids = (entries: { roleId: string }[]) => entries.map(({ roleId }) => roleId);

describe('the lists of a draft', () => {
  it('change one entry and leave its id', () => {
    const [first, second] = changed(model(), 'roles', 'r1', { code: 'X' }).roles;
    expect(first).toMatchObject({ roleId: 'r1', code: 'X' });
    expect(second).toEqual(small().roles[1]);
  });

  it('move an entry one place, and nowhere beyond the ends', () => {
    expect(ids(moved(model(), 'roles', 'r2', -1).roles)).toEqual(['r2', 'r1']);
    expect(ids(moved(model(), 'roles', 'r1', -1).roles)).toEqual(['r1', 'r2']);
    expect(ids(moved(model(), 'roles', 'r2', 1).roles)).toEqual(['r1', 'r2']);
  });

  it('begin a competency in the area of the one before, and a level with the next number', () => {
    expect(added(model(), 'competencies', 'c9').competencies.at(-1)).toMatchObject({
      competencyId: 'c9',
      group: 'G',
    });
    expect(added(model(), 'levels', 'x').levels.at(-1)).toMatchObject({ level: 3, code: 'L3' });
  });

  it('let only the highest level go, and only an area in which nothing stands', () => {
    expect([canGo(model(), 'levels', '1'), canGo(model(), 'levels', '2')]).toEqual([false, true]);
    expect([canGo(model(), 'groups', 'G'), canGo(model(), 'groups', 'H')]).toEqual([false, true]);
    expect(canGo(model(), 'roles', 'r1')).toBe(true);
  });

  it('take along what required an entry that goes', () => {
    const { requirements } = documentOf(removed(model(), 'competencies', 'c1'));
    expect(requirements).toEqual([{ roleId: 'r2', competencyId: 'c2', level: 2 }]);
    expect(removed(model(), 'roles', 'r2').required).toEqual({ 'r1.c1': 1 });
  });

  it('require the level below one that goes', () => {
    const without = removed(model(), 'levels', '2');
    expect(without.required).toEqual({ 'r1.c1': 1, 'r2.c1': 1, 'r2.c2': 1 });
    expect(documentOf(without).competencies[0]?.descriptors).toHaveLength(1);
  });

  it.each([
    ['competencies', 'c2'],
    ['roles', 'r2'],
    ['groups', 'H'],
    ['levels', '2'],
  ] as const)('bring back %s as they were published, with what required them', (kind, id) => {
    const without = modelOf(documentOf(removed(model(), kind, id)));
    expect(goneFrom(without, kind, small()).map(idOf)).toEqual([id]);
    const back = broughtBack(without, kind, id, small());
    expect(documentOf(back)).toEqual(small());
    expect(goneFrom(back, kind, small())).toEqual([]);
  });
});
