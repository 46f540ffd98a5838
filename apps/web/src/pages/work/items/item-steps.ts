import type { Item, ItemHand } from '../../../api/items.ts';

export type ItemStep = 'edit' | 'submit' | 'approve' | 'return' | 'publish' | 'newVersion';
export type Barred = 'author-reviews' | 'author-publishes' | 'reviewer-publishes';

export interface Actor {
  account: string;
  person: string | null;
  permissions: readonly string[];
}

export interface ItemSteps {
  steps: ItemStep[];
  /** Set where the account has the permission, but somebody else has to act. */
  barred: Barred | null;
}

const isSame = (hand: ItemHand, actor: Actor): boolean =>
  hand.account === actor.account || (hand.person !== null && hand.person === actor.person);

const none = (barred: Barred | null = null): ItemSteps => ({ steps: [], barred });

/** One writes, a second reviews, a third publishes; the service judges again. */
export function stepsOf(
  item: Pick<Item, 'state' | 'authors' | 'reviews'>,
  actor: Actor,
): ItemSteps {
  const may = (permission: string) => actor.permissions.includes(permission);
  const isAuthor = item.authors.some((hand) => isSame(hand, actor));
  switch (item.state) {
    case 'draft':
      return may('items.write') ? { steps: ['edit', 'submit'], barred: null } : none();
    case 'in-review':
      if (!may('items.review')) return none();
      return isAuthor ? none('author-reviews') : { steps: ['approve', 'return'], barred: null };
    case 'approved':
      if (!may('items.publish')) return none();
      if (isAuthor) return none('author-publishes');
      return item.reviews.some(({ by }) => isSame(by, actor))
        ? none('reviewer-publishes')
        : { steps: ['publish'], barred: null };
    case 'published':
      return may('items.write') ? { steps: ['newVersion'], barred: null } : none();
  }
}
