import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assembleForm, commonLanguages, seededRandom, type PoolItem } from './assemble-form.ts';

const item = (itemId: string, cognitiveDemand: string, used = 0): PoolItem => ({
  itemId,
  version: 1,
  competencyCode: 'EV3',
  level: 1,
  cognitiveDemand,
  languages: ['en', 'ru'],
  maxScore: 1,
  used,
});
const row = (cognitiveDemand: string | null, count: number) => ({
  competencyCode: 'EV3',
  level: 1,
  cognitiveDemand,
  count,
});

describe('assembling a form', () => {
  it('takes what is least used, so that a second form differs', () => {
    const pool = [
      item('a', 'apply', 1),
      item('b', 'apply', 0),
      item('c', 'apply', 1),
      item('d', 'apply', 0),
    ];
    const answer = assembleForm([row('apply', 2)], pool, seededRandom(7));
    expect(answer.outcome === 'assembled' && answer.items.map((i) => i.itemId).sort()).toEqual([
      'b',
      'd',
    ]);
  });

  it('says by row how many items are lacking', () => {
    const answer = assembleForm(
      [row(null, 1), row('apply', 3), row('remember', 1)],
      [item('a', 'apply')],
      seededRandom(1),
    );
    expect(answer).toEqual({
      outcome: 'refused',
      missing: [
        { row: 0, lacking: 1 },
        { row: 1, lacking: 2 },
        { row: 2, lacking: 1 },
      ],
    });
  });

  it('finds a form whenever there is one, with no item twice, and the same for the same seed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        fc.nat(),
        (apply, remember, any, seed) => {
          const pool = [...Array(apply + 2).keys()]
            .map((n) => item(`a${n}`, 'apply'))
            .concat([...Array(remember + any).keys()].map((n) => item(`r${n}`, 'remember')));
          const rows = [row(null, any), row('apply', apply), row('remember', remember)];
          const first = assembleForm(rows, pool, seededRandom(seed));
          const again = assembleForm(rows, pool, seededRandom(seed));
          expect(first).toEqual(again);
          if (first.outcome !== 'assembled') throw new Error('refused');
          expect(new Set(first.items.map((i) => i.itemId)).size).toBe(apply + remember + any);
        },
      ),
    );
  });

  it('is deliverable only in the languages of all its items', () => {
    expect(
      commonLanguages([{ languages: ['en', 'ru', 'tg'] }, { languages: ['en', 'tg'] }]),
    ).toEqual(['en', 'tg']);
    expect(commonLanguages([])).toEqual([]);
  });
});
