// The life of an item version: written by one person, reviewed by a second, published by a third.
import type { Language } from './item-body.ts';

/** `person` may be missing (an account without one); then the account itself is compared. */
export interface Hand {
  readonly account: string;
  readonly person: string | null;
}

export type ItemState = 'draft' | 'in-review' | 'approved' | 'published';

export interface Review {
  readonly by: Hand;
  readonly at: string;
  readonly verdict: 'approve' | 'return';
  readonly comment: string;
  /** The languages that the verdict covers. */
  readonly languages: readonly Language[];
}

export interface ItemVersion {
  readonly itemId: string;
  readonly version: number;
  readonly state: ItemState;
  readonly author: Hand;
  /** Everybody who changed the draft: all of them are its authors. */
  readonly authors: readonly Hand[];
  readonly reviews: readonly Review[];
  readonly publisher: Hand | null;
}

export type ItemRefusal =
  | 'not-a-draft'
  | 'not-in-review'
  | 'not-approved'
  | 'author-reviews'
  | 'author-publishes'
  | 'reviewer-publishes'
  | 'comment-missing'
  | 'language-missing';

export type Step =
  | { readonly outcome: 'changed'; readonly item: ItemVersion }
  | { readonly outcome: 'refused'; readonly reason: ItemRefusal };

const refused = (reason: ItemRefusal): Step => ({ outcome: 'refused', reason });

/** The same human being, whichever account he uses. */
export const samePerson = (a: Hand, b: Hand): boolean =>
  a.account === b.account || (a.person !== null && a.person === b.person);

const isAuthor = (item: ItemVersion, hand: Hand): boolean =>
  item.authors.some((author) => samePerson(author, hand));

export function edit(item: ItemVersion, by: Hand): Step {
  if (item.state !== 'draft') return refused('not-a-draft');
  const authors = isAuthor(item, by) ? item.authors : [...item.authors, by];
  return { outcome: 'changed', item: { ...item, authors } };
}

export function submit(item: ItemVersion): Step {
  if (item.state !== 'draft') return refused('not-a-draft');
  return { outcome: 'changed', item: { ...item, state: 'in-review' } };
}

export function review(item: ItemVersion, verdict: Review, present: readonly Language[]): Step {
  if (item.state !== 'in-review') return refused('not-in-review');
  if (isAuthor(item, verdict.by)) return refused('author-reviews');
  if (verdict.comment.trim() === '') return refused('comment-missing');
  if (verdict.languages.length === 0 || verdict.languages.some((l) => !present.includes(l))) {
    return refused('language-missing');
  }
  const state = verdict.verdict === 'approve' ? 'approved' : 'draft';
  return { outcome: 'changed', item: { ...item, state, reviews: [...item.reviews, verdict] } };
}

export function publish(item: ItemVersion, by: Hand): Step {
  if (item.state !== 'approved') return refused('not-approved');
  if (isAuthor(item, by)) return refused('author-publishes');
  if (item.reviews.some((done) => samePerson(done.by, by))) return refused('reviewer-publishes');
  return { outcome: 'changed', item: { ...item, state: 'published', publisher: by } };
}

/** The languages in which the version may be delivered: those of its last approval. */
export function approvedLanguages(item: ItemVersion): readonly Language[] {
  return item.reviews.findLast((done) => done.verdict === 'approve')?.languages ?? [];
}
