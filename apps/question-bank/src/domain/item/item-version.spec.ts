import { describe, expect, it } from '@jest/globals';
import {
  approvedLanguages,
  edit,
  publish,
  review,
  submit,
  type Hand,
  type ItemVersion,
  type Step,
} from './item-version.ts';

const author: Hand = { account: 'a', person: 'p-a' };
const authorElsewhere: Hand = { account: 'a2', person: 'p-a' };
const reviewer: Hand = { account: 'r', person: 'p-r' };
const reviewerElsewhere: Hand = { account: 'r2', person: 'p-r' };
const publisher: Hand = { account: 'z', person: 'p-z' };

const draft: ItemVersion = {
  itemId: 'i',
  version: 1,
  state: 'draft',
  author,
  authors: [author],
  reviews: [],
  publisher: null,
};

const approve = (by: Hand, languages: ('en' | 'ru' | 'tg')[] = ['en', 'ru']) => ({
  by,
  at: 't',
  verdict: 'approve' as const,
  comment: 'checked against the source',
  languages,
});

const changed = (step: Step): ItemVersion => {
  if (step.outcome === 'refused') throw new Error(step.reason);
  return step.item;
};
const inReview = changed(submit(draft));
const approved = changed(review(inReview, approve(reviewer), ['en', 'ru']));

describe('an item version', () => {
  it('goes from its author over a reviewer to a publisher, three persons', () => {
    const published = changed(publish(approved, publisher));
    expect(published).toMatchObject({ state: 'published', publisher });
    expect(approvedLanguages(published)).toEqual(['en', 'ru']);
  });

  it.each([
    ['its author reviews it', review(inReview, approve(author), ['en', 'ru']), 'author-reviews'],
    [
      'its author reviews it from another account',
      review(inReview, approve(authorElsewhere), ['en', 'ru']),
      'author-reviews',
    ],
    ['its author publishes it', publish(approved, authorElsewhere), 'author-publishes'],
    ['its reviewer publishes it', publish(approved, reviewer), 'reviewer-publishes'],
    [
      'its reviewer publishes it from another account',
      publish(approved, reviewerElsewhere),
      'reviewer-publishes',
    ],
    ['nobody reviewed it', publish(inReview, publisher), 'not-approved'],
    [
      'it is reviewed before it is submitted',
      review(draft, approve(reviewer), ['en']),
      'not-in-review',
    ],
    [
      'a review says nothing',
      review(inReview, { ...approve(reviewer), comment: ' ' }, ['en', 'ru']),
      'comment-missing',
    ],
    [
      'a review covers a language that is not there',
      review(inReview, approve(reviewer, ['tg']), ['en', 'ru']),
      'language-missing',
    ],
    ['it is edited after it was submitted', edit(inReview, author), 'not-a-draft'],
    [
      'it is edited after it was published',
      edit(changed(publish(approved, publisher)), author),
      'not-a-draft',
    ],
  ])('is refused when %s', (_, step, reason) => {
    expect(step).toEqual({ outcome: 'refused', reason });
  });

  it('counts everybody who edited it among its authors', () => {
    const second = changed(edit(draft, reviewer));
    expect(review(changed(submit(second)), approve(reviewer), ['en', 'ru'])).toEqual({
      outcome: 'refused',
      reason: 'author-reviews',
    });
  });

  it('goes back to its author with what the reviewer said', () => {
    const returned = changed(
      review(
        inReview,
        { ...approve(reviewer), verdict: 'return', comment: 'two options are right' },
        ['en', 'ru'],
      ),
    );
    expect(returned.state).toBe('draft');
    expect(returned.reviews[0]?.comment).toBe('two options are right');
  });
});
