import { describe, expect, it } from '@jest/globals';
import { readEnrolments } from './enrolment-csv.ts';

const id = (n: number) => `0b8b8c1e-53a9-4c39-8a2f-9f4f4b1c9b${String(n).padStart(2, '0')}`;
const known = new Set([id(1), id(2), id(3)]);
const read = (...lines: string[]) =>
  readEnrolments(lines.join('\n'), (practitionerId) => known.has(practitionerId));

describe('a list of candidates', () => {
  it('is read with and without extra time, byte order mark, semicolons, Windows line ends', () => {
    expect(read('practitionerId,extraMinutes', `${id(1)},15`, `${id(2)},`)).toEqual({
      outcome: 'list',
      lines: [
        { practitionerId: id(1), extraMinutes: 15 },
        { practitionerId: id(2), extraMinutes: 0 },
      ],
    });
    const windows = `\ufeffPractitionerId;Note\r\n${id(3).toUpperCase()};x\r\n\r\n`;
    expect(readEnrolments(windows, () => true)).toEqual({
      outcome: 'list',
      lines: [{ practitionerId: id(3), extraMinutes: 0 }],
    });
  });

  it('tells everything wrong at once, by line and column, and enrols nobody', () => {
    expect(
      read(
        'practitionerId,extraMinutes',
        id(1),
        'nobody,5',
        `${id(9)},15`,
        `${id(1)},15`,
        `${id(2)},-3`,
        `${id(3)},481`,
      ),
    ).toEqual({
      outcome: 'errors',
      errors: [
        { line: 3, column: 'practitionerId', message: 'not a practitioner id' },
        { line: 4, column: 'practitionerId', message: 'no such practitioner' },
        { line: 5, column: 'practitionerId', message: 'already on line 2' },
        { line: 6, column: 'extraMinutes', message: 'a whole number from 0 to 480' },
        { line: 7, column: 'extraMinutes', message: 'a whole number from 0 to 480' },
      ],
    });
  });

  it('counts lines as an editor does, over empty lines and quoted line ends', () => {
    expect(read('practitionerId,note', `${id(1)},"two`, 'lines"', '', 'nobody,')).toMatchObject({
      errors: [{ line: 5, message: 'not a practitioner id' }],
    });
  });

  it('refuses a file without the column, without candidates, or with an open quotation mark', () => {
    expect(read('name', 'x')).toMatchObject({ errors: [{ line: 1, column: 'practitionerId' }] });
    expect(read('practitionerId')).toMatchObject({ errors: [{ line: 2 }] });
    expect(read('')).toMatchObject({ outcome: 'errors' });
    expect(read('practitionerId', '"open')).toMatchObject({ outcome: 'errors' });
  });
});
