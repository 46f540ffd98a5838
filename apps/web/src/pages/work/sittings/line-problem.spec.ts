import { describe, expect, it } from '@jest/globals';
import { readLineProblem } from './line-problem.ts';

describe('what is wrong with a line of a list', () => {
  it('is known by the sentence of the service, with its number', () => {
    expect(readLineProblem('no such practitioner')).toEqual({ code: 'unknown', value: '' });
    expect(readLineProblem('already on line 3')).toEqual({ code: 'twice', value: '3' });
    expect(readLineProblem('a whole number from 0 to 480')).toEqual({
      code: 'minutes',
      value: '480',
    });
  });

  it('is shown as it came when the service says something new', () => {
    expect(readLineProblem('something else').code).toBeNull();
  });
});
