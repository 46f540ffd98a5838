import { describe, expect, it } from '@jest/globals';
import { mayChange, mayCreate } from './authority.ts';
import type { Actor } from './authority.ts';

const national: Actor = {
  account: 'a',
  person: 'pa',
  agency: null,
  permissions: ['accounts.manage'],
};
const officer: Actor = { ...national, agency: 'north' };
const target = {
  id: 't',
  person: 'pt',
  agency: 'north',
  permissions: ['exams.sit'],
  lockedAt: null,
};
const administrator = { ...target, agency: null, permissions: ['accounts.manage'] };
const refused = (reason: string) => ({ outcome: 'refused', reason });

describe('who may change an account', () => {
  it('is somebody else, by account and by person', () => {
    expect(mayChange(national, target, target, 1)).toEqual({ outcome: 'allowed' });
    const own = { ...target, id: 'a' };
    expect(mayChange(national, own, own, 1)).toEqual(refused('own-account'));
    const ownPerson = { ...target, person: 'pa' };
    expect(mayChange(national, ownPerson, ownPerson, 1)).toEqual(refused('own-account'));
  });

  it('counts two accounts without a person as two people', () => {
    const nobody = { ...target, person: null };
    expect(mayChange({ ...national, person: null }, nobody, nobody, 1)).toEqual({
      outcome: 'allowed',
    });
  });

  it('is of the same agency, moves nobody out of it and grants what he holds', () => {
    expect(mayChange(officer, target, target, 1)).toEqual({ outcome: 'allowed' });
    const south = { ...target, agency: 'south' };
    expect(mayChange(officer, south, south, 1)).toEqual(refused('not-found'));
    expect(mayChange(officer, target, south, 1)).toEqual(refused('beyond-own-authority'));
    const author = { ...target, permissions: ['items.write'] };
    expect(mayChange(officer, target, author, 1)).toEqual(refused('beyond-own-authority'));
    // Nor does he lock, reset or strip somebody who may more than he.
    expect(mayChange(officer, author, target, 1)).toEqual(refused('beyond-own-authority'));
    expect(mayChange(officer, author, author, 1)).toEqual(refused('beyond-own-authority'));
  });

  it('leaves a national administrator who is not locked', () => {
    const locked = { ...administrator, lockedAt: new Date(0) };
    const moved = { ...administrator, agency: 'north' };
    const stripped = { ...administrator, permissions: [] };
    for (const after of [locked, moved, stripped]) {
      expect(mayChange(national, administrator, after, 0)).toEqual(refused('last-administrator'));
      expect(mayChange(national, administrator, after, 1)).toEqual({ outcome: 'allowed' });
    }
    expect(mayChange(national, administrator, administrator, 0)).toEqual({ outcome: 'allowed' });
  });
});

describe('who may create an account', () => {
  it('is anybody but its own person, within his agency and his permissions', () => {
    const wanted = { person: null, agency: 'north', permissions: ['exams.sit'] };
    expect(mayCreate(officer, wanted)).toEqual({ outcome: 'allowed' });
    expect(mayCreate(officer, { ...wanted, agency: null })).toEqual(
      refused('beyond-own-authority'),
    );
    expect(mayCreate(officer, { ...wanted, permissions: ['items.write'] })).toEqual(
      refused('beyond-own-authority'),
    );
    expect(mayCreate(national, { ...wanted, permissions: ['items.write'] })).toEqual({
      outcome: 'allowed',
    });
    expect(mayCreate(national, { ...wanted, person: 'pa' })).toEqual(refused('own-account'));
  });
});
