import { Problem, type ProblemCode } from '#libs/service-kit';
import type { ItemRefusal } from '../domain/item/item-version.ts';

const REFUSALS: Record<ItemRefusal, readonly [ProblemCode, string]> = {
  'not-a-draft': ['conflict', 'Only a draft can be changed or submitted.'],
  'not-in-review': ['conflict', 'The version is not waiting for a review.'],
  'not-approved': ['conflict', 'Only an approved version can be published.'],
  'author-reviews': ['forbidden', 'Who wrote an item does not review it.'],
  'author-publishes': ['forbidden', 'Who wrote an item does not publish it.'],
  'reviewer-publishes': ['forbidden', 'Who reviewed an item does not publish it.'],
  'comment-missing': ['unprocessable', 'Say what you checked or what has to change.'],
  'language-missing': ['unprocessable', 'Name languages that the item has.'],
};

export function refuse(reason: ItemRefusal): never {
  const [code, detail] = REFUSALS[reason];
  throw new Problem(code, { reason, detail });
}
