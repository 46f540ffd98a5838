import { describe, expect, it } from '@jest/globals';
import { possibleChanges } from './possible-changes.ts';

const both = ['certificates.suspend', 'certificates.withdraw'];

describe('what may be done to a certificate', () => {
  it('follows from its state', () => {
    expect(possibleChanges('active', both)).toEqual(['suspend', 'withdraw']);
    expect(possibleChanges('suspended', both)).toEqual(['reinstate', 'withdraw']);
    expect(possibleChanges('expired', both)).toEqual(['withdraw']);
  });

  it('is nothing where the end is final', () => {
    expect(possibleChanges('withdrawn', both)).toEqual([]);
    expect(possibleChanges('superseded', both)).toEqual([]);
  });

  it('is only what the account may', () => {
    expect(possibleChanges('active', ['certificates.read'])).toEqual([]);
    expect(possibleChanges('active', ['certificates.suspend'])).toEqual(['suspend']);
  });
});
