import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spanOf } from './linear-span.ts';
import { isSmall, suppress } from './suppression.ts';
import type { Figure, Line } from './suppression.ts';

/** A two-way table with its margins: figures `r0c1`, `r0*`, `*c1`, `**`. */
function table(rows: number, columns: number): { figures: Figure[]; lines: Line[] } {
  const cell = (row: number, column: number) => row * columns + column;
  const rowIds = [...Array(rows).keys()];
  const columnIds = [...Array(columns).keys()];
  const at = (id: string) => ({ id, sum: 0 });
  return {
    figures: [
      ...rowIds.flatMap((r) =>
        columnIds.map((c) => ({ id: `r${r}c${c}`, worth: 0, sums: [[cell(r, c)]] })),
      ),
      ...rowIds.map((r) => ({ id: `r${r}*`, worth: 1, sums: [columnIds.map((c) => cell(r, c))] })),
      ...columnIds.map((c) => ({ id: `*c${c}`, worth: 1, sums: [rowIds.map((r) => cell(r, c))] })),
      { id: '**', worth: 2, sums: [rowIds.flatMap((r) => columnIds.map((c) => cell(r, c)))] },
    ],
    lines: [
      ...rowIds.map((r) => ({
        whole: at(`r${r}*`),
        parts: columnIds.map((c) => at(`r${r}c${c}`)),
      })),
      ...columnIds.map((c) => ({
        whole: at(`*c${c}`),
        parts: rowIds.map((r) => at(`r${r}c${c}`)),
      })),
      { whole: at('**'), parts: rowIds.map((r) => at(`r${r}*`)) },
      { whole: at('**'), parts: columnIds.map((c) => at(`*c${c}`)) },
    ],
  };
}

describe('hiding small cells', () => {
  it('shows everything when every cell has five people or nobody', () => {
    const { figures, lines } = table(2, 2);
    expect(suppress([5, 9, 0, 12], figures, lines).size).toBe(0);
  });

  it('hides a cell of four and another of its row and column, so that no total gives it away', () => {
    const { figures, lines } = table(3, 3);
    const hidden = suppress([4, 20, 30, 10, 20, 30, 10, 20, 30], figures, lines);
    expect(hidden).toContain('r0c0');
    const inRow = ['r0c0', 'r0c1', 'r0c2', 'r0*'].filter((id) => hidden.has(id));
    const inColumn = ['r0c0', 'r1c0', 'r2c0', '*c0'].filter((id) => hidden.has(id));
    expect(inRow.length).toBeGreaterThanOrEqual(2);
    expect(inColumn.length).toBeGreaterThanOrEqual(2);
    expect(hidden).not.toContain('**');
  });

  it('hides a third cell where two small ones together are still fewer than five people', () => {
    const { figures, lines } = table(1, 3);
    expect([...suppress([1, 2, 30], figures, lines)]).toEqual(
      expect.arrayContaining(['r0c0', 'r0c1', 'r0c2']),
    );
  });

  it('whatever the table: no hidden small cell follows from what is shown, nor does any small rest', () => {
    fc.assert(
      fc.property(
        fc
          .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) })
          .chain(({ rows, columns }) =>
            fc.record({
              rows: fc.constant(rows),
              columns: fc.constant(columns),
              people: fc.array(fc.integer({ min: 0, max: 14 }), {
                minLength: rows * columns,
                maxLength: rows * columns,
              }),
            }),
          ),
        ({ rows, columns, people }) => {
          const { figures, lines } = table(rows, columns);
          const hidden = suppress(people, figures, lines);
          const count = (sum: readonly number[]) => sum.reduce((n, at) => n + (people[at] ?? 0), 0);
          const nobody = people.flatMap((n, at) => (n === 0 ? [[at]] : []));
          const shown = figures.filter(({ id }) => !hidden.has(id)).flatMap(({ sums }) => sums);
          const giveaway = spanOf([...shown, ...nobody], people.length);
          for (const { id, sums } of figures) {
            for (const sum of sums) {
              if (!isSmall(count(sum))) continue;
              expect(hidden).toContain(id);
              expect(giveaway(sum)).toBeUndefined();
            }
          }
          const sumOf = (id: string) => figures.find((figure) => figure.id === id)?.sums[0] ?? [];
          for (const { whole, parts } of lines) {
            if (hidden.has(whole.id)) continue;
            const rest = parts
              .filter(({ id }) => hidden.has(id))
              .reduce((n, { id }) => n + count(sumOf(id)), 0);
            expect(isSmall(rest)).toBe(false);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('what follows from known sums', () => {
  it('finds the difference of two', () => {
    expect(
      spanOf(
        [
          [0, 1, 2],
          [1, 2],
        ],
        3,
      )([0]),
    ).toEqual([0, 1]);
  });

  it('finds a cell that only a chain of rows and columns gives away', () => {
    const giveaway = spanOf(
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
      3,
    );
    expect(giveaway([0])).toEqual([0, 1, 2]);
    expect(
      spanOf(
        [
          [0, 1],
          [1, 2],
        ],
        3,
      )([0]),
    ).toBeUndefined();
  });
});
