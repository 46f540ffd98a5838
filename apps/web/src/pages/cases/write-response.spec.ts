import { describe, expect, it } from '@jest/globals';
import { writeResponse } from './write-response.ts';

describe('an entry of the journal on one line', () => {
  it('says a single response without its name and several with theirs', () => {
    expect(writeResponse({ RESPONSE: 'B' })).toBe('B');
    expect(writeResponse({ R1: 'A', R2: 488 })).toBe('R1 A; R2 488');
  });

  it('keeps the order of a list and the two sides of a pair', () => {
    expect(writeResponse({ RESPONSE: ['C', 'A', 'B'] })).toBe('C, A, B');
    expect(
      writeResponse({
        RESPONSE: [
          ['L1', 'R2'],
          ['L2', 'R1'],
        ],
      }),
    ).toBe('L1→R2, L2→R1');
  });

  it('says that an answer was taken back', () => {
    expect(writeResponse(null)).toBe('–');
    expect(writeResponse(false)).toBe('false');
  });
});
