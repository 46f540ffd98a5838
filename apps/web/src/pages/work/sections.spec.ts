import { describe, expect, it } from '@jest/globals';
import { beginningFor, sectionsFor } from './sections.ts';

const keys = (...permissions: string[]) => sectionsFor(permissions).map(({ key }) => key);

describe('the work that is offered to an account', () => {
  it('is none to a candidate', () => {
    expect(keys('exams.sit', 'national.read')).toEqual([]);
  });

  it('is what its permissions open, and nothing else', () => {
    expect(keys('items.review')).toEqual(['items']);
    expect(keys('accounts.manage', 'audit.read')).toEqual(['accounts', 'clients', 'audit']);
    expect(keys('practitioners.read')).toEqual(['practitioners']);
    expect(keys('practitioners.manage')).toEqual(['practitioners', 'agencies']);
  });

  it('is there for any one of the permissions that it takes', () => {
    for (const permission of ['sittings.manage', 'attempts.void', 'cases.read'])
      expect(keys(permission)).toContain('sittings');
    expect(keys('cases.read')).toEqual(['sittings', 'cases']);
    expect(keys('certificates.issue')).toEqual(['schemes']);
  });
});

describe('where an account begins that is no practitioner’s', () => {
  it('is its work, else the national page, else nowhere', () => {
    expect(beginningFor(['items.write', 'national.read'])).toBe('/work');
    expect(beginningFor(['national.read'])).toBe('/national');
    expect(beginningFor(['system.clock', 'exams.sit'])).toBeNull();
  });
});
