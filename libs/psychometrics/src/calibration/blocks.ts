// A few items at a time: a row's answers to them are one digit, looked up and counted at once. With
// blocks of four right-or-wrong items both inner loops of the expectation step are a quarter as long.
import { at } from '../numbers/check.ts';

export interface Block {
  /** Places in the data's columns. */
  readonly columns: readonly number[];
  /** By column: its categories, and one more for missing where some response is. */
  readonly radices: readonly number[];
  readonly size: number;
}

export interface Blocks {
  readonly blocks: readonly Block[];
  /** [row * blocks + block]: the digit. */
  readonly codes: Uint16Array;
}

const LARGEST = 40;

export function blocksOf(
  rows: Int16Array,
  width: number,
  columns: readonly { readonly item: number; readonly categories: number }[],
): Blocks {
  const count = rows.length / width;
  const blocks: { columns: number[]; radices: number[]; size: number }[] = [];
  columns.forEach(({ item, categories }, c) => {
    let missing = false;
    for (let row = 0; row < count && !missing; row++) missing = at(rows, row * width + item) < 0;
    const radix = categories + (missing ? 1 : 0);
    const open = blocks.at(-1);
    if (open && open.size * radix <= LARGEST) {
      open.columns.push(c);
      open.radices.push(radix);
      open.size *= radix;
    } else blocks.push({ columns: [c], radices: [radix], size: radix });
  });
  const codes = new Uint16Array(count * blocks.length);
  for (let row = 0; row < count; row++) {
    blocks.forEach((block, place) => {
      let code = 0;
      block.columns.forEach((c, j) => {
        const column = columns[c] ?? { item: 0, categories: 0 };
        const response = at(rows, row * width + column.item);
        code = code * at(block.radices, j) + (response < 0 ? column.categories : response);
      });
      codes[row * blocks.length + place] = code;
    });
  }
  return { blocks, codes };
}

/** By block, the sums of its columns' tables for each digit; missing adds nothing. */
export function blockTables(
  { blocks }: Blocks,
  tables: readonly Float64Array[],
  points: number,
): Float64Array[] {
  return blocks.map((block) => {
    const sums = new Float64Array(block.size * points);
    eachCategory(block, tables, points, (code, table, offset) => {
      for (let q = 0; q < points; q++) sums[code * points + q]! += table[offset + q]!;
    });
    return sums;
  });
}

/** The other way: what was counted by digit is added to its columns' tables. */
export function addToColumns(
  { blocks }: Blocks,
  counted: readonly Float64Array[],
  tables: readonly Float64Array[],
  points: number,
): void {
  blocks.forEach((block, place) => {
    const own = counted[place] ?? new Float64Array();
    eachCategory(block, tables, points, (code, table, offset) => {
      for (let q = 0; q < points; q++) table[offset + q]! += own[code * points + q]!;
    });
  });
}

function eachCategory(
  { columns, radices, size }: Block,
  tables: readonly Float64Array[],
  points: number,
  visit: (code: number, table: Float64Array, offset: number) => void,
): void {
  for (let code = 0; code < size; code++) {
    let rest = code;
    for (let j = columns.length - 1; j >= 0; j--) {
      const radix = at(radices, j);
      const category = rest % radix;
      rest = (rest - category) / radix;
      const table = tables[at(columns, j)];
      // A digit past the table's categories is missing.
      if (table && category * points < table.length) visit(code, table, category * points);
    }
  }
}
