import { describe, expect, it } from '@jest/globals';
import { isEditor, isOwnCase, withEditor } from './duties.ts';

describe('separation of duties', () => {
  it('compares persons, so that a second account is no way around', () => {
    const editors = [{ account: 'a', person: 'p' }];
    expect(isEditor({ account: 'b', person: 'p' }, editors)).toBe(true);
    expect(isEditor({ account: 'b', person: 'q' }, editors)).toBe(false);
    expect(isOwnCase({ account: 'b', person: 'p' }, 'p')).toBe(true);
  });

  it('does not take two accounts without a person for one person', () => {
    expect(isEditor({ account: 'b', person: null }, [{ account: 'a', person: null }])).toBe(false);
    expect(isOwnCase({ account: 'b', person: null }, 'p')).toBe(false);
  });

  it('remembers each editor once', () => {
    const one = withEditor([], { account: 'a', person: 'p' });
    expect(withEditor(one, { account: 'a', person: 'p' })).toHaveLength(1);
    expect(withEditor(one, { account: 'b', person: 'p' })).toHaveLength(2);
  });
});
