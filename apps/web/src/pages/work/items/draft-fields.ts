import type { ItemDraft } from './item-draft.ts';

/** What each part of the form gets. */
export interface DraftFields {
  draft: ItemDraft;
  change: (draft: ItemDraft) => void;
  errorOf: (field: string) => string | undefined;
}
