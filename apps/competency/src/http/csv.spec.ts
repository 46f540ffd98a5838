import { describe, expect, it } from '@jest/globals';
import { csv } from './csv.ts';

describe('a CSV', () => {
  it('is no formula to a spreadsheet', () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1'];
    for (const text of dangerous) expect(csv([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
    expect(csv([[-1]])).toBe('\uFEFF-1\r\n');
  });

  it('quotes what needs it and leaves the rest', () => {
    expect(csv([['a "b", c', 'ҷ', null]])).toBe('\uFEFF"a ""b"", c",ҷ,\r\n');
  });
});
