import { describe, expect, it } from '@jest/globals';
import { chooseForm } from './choose-form.ts';

const form = (formId: string, items: string) => ({ formId, itemIds: items.split('') });

describe('the choice of a form', () => {
  const a = form('A', 'abcdef');
  const shares2 = form('B', 'abuvwx');
  const shares3 = form('C', 'abcxyz');

  it('takes each form when nothing was taken', () => {
    expect(chooseForm([a, shares2], [], 0)).toEqual({ outcome: 'chosen', formId: 'A' });
    expect(chooseForm([a, shares2], [], 0.99)).toEqual({ outcome: 'chosen', formId: 'B' });
  });

  it('never takes the same form again', () => {
    expect(chooseForm([a, shares2], [a], 0)).toEqual({ outcome: 'chosen', formId: 'B' });
    expect(chooseForm([a], [a], 0)).toMatchObject({
      outcome: 'refused',
      reason: 'no-other-form',
      detail: 'every form of this exam has been taken',
    });
  });

  it('allows a third of shared items and no more', () => {
    expect(chooseForm([a, shares2], [a], 0)).toMatchObject({ formId: 'B' });
    expect(chooseForm([a, shares3], [a], 0)).toMatchObject({
      outcome: 'refused',
      reason: 'no-other-form',
    });
  });

  it('counts what all taken forms showed together', () => {
    const other = form('D', 'ghijkl');
    expect(chooseForm([form('E', 'abghmn')], [a, other], 0)).toMatchObject({ outcome: 'refused' });
  });
});
