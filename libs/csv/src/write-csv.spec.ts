import { describe, expect, it } from '@jest/globals';
import { writeCsv } from './write-csv.ts';

const cell = (text: string): string => writeCsv([[text]]).slice(1, -2);

describe('CSV for a spreadsheet', () => {
  it('disarms every beginning that a spreadsheet runs', () => {
    for (const text of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      ' =1',
      '\t=1',
      '\r=1',
      '\n=1',
      '＝1',
      '|calc',
      '%x',
    ])
      expect([text, cell(text).replace(/^"/, '').startsWith("'")]).toEqual([text, true]);
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1'])
      expect(writeCsv([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
    expect(writeCsv([[-1]])).toBe('\uFEFF-1\r\n');
    expect(cell('=HYPERLINK("http://x","y")')).toBe(`"'=HYPERLINK(""http://x"",""y"")"`);
  });

  it('leaves words, numbers and dates as they are', () => {
    expect(writeCsv([['Ҷавоб', 12.5, -1, true, null, '2026-11-24', 'a,b']])).toBe(
      '\ufeffҶавоб,12.5,-1,true,,2026-11-24,"a,b"\r\n',
    );
    expect(writeCsv([['a "b", c', 'ҷ', null]])).toBe('\ufeff"a ""b"", c",ҷ,\r\n');
  });
});
