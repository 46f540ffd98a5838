import { describe, expect, it } from '@jest/globals';
import type { Item } from '../../../api/items.ts';
import { stepsOf, type Actor } from './item-steps.ts';

const everything = ['items.write', 'items.review', 'items.publish'];
const actor = (account: string, person: string | null = null): Actor => ({
  account,
  person,
  permissions: everything,
});
const item = (state: Item['state']): Pick<Item, 'state' | 'authors' | 'reviews'> => ({
  state,
  authors: [{ account: 'author', person: 'p-author' }],
  reviews: [
    {
      by: { account: 'reviewer', person: 'p-reviewer' },
      at: '2026-11-24T08:00:00Z',
      verdict: 'approve',
      comment: 'ok',
      languages: ['en'],
    },
  ],
});

describe('what an account may do to an item', () => {
  it('is nothing to review for its author, whichever account he uses', () => {
    expect(stepsOf(item('in-review'), actor('author'))).toEqual({
      steps: [],
      barred: 'author-reviews',
    });
    expect(stepsOf(item('in-review'), actor('second', 'p-author')).barred).toBe('author-reviews');
  });

  it('is to publish only for a third person', () => {
    expect(stepsOf(item('approved'), actor('author')).barred).toBe('author-publishes');
    expect(stepsOf(item('approved'), actor('x', 'p-reviewer')).barred).toBe('reviewer-publishes');
    expect(stepsOf(item('approved'), actor('third')).steps).toEqual(['publish']);
  });

  it('follows from the state', () => {
    expect(stepsOf(item('draft'), actor('author')).steps).toEqual(['edit', 'submit']);
    expect(stepsOf(item('in-review'), actor('third')).steps).toEqual(['approve', 'return']);
    expect(stepsOf(item('published'), actor('author')).steps).toEqual(['newVersion']);
  });

  it('is nothing without the permission, and then nothing is said either', () => {
    const reader = { ...actor('author'), permissions: ['forms.assemble'] };
    for (const state of ['draft', 'in-review', 'approved', 'published'] as const)
      expect(stepsOf(item(state), reader)).toEqual({ steps: [], barred: null });
  });
});
