import type { PublishedVersion } from '../../../../api/framework-drafts.ts';
import type { DraftModel } from './draft-model.ts';

/** What each part of the draft's form gets. */
export interface DraftFields {
  model: DraftModel;
  /** The version that the draft follows; null before the first. */
  published: PublishedVersion | null;
  change: (model: DraftModel) => void;
  errorOf: (field: string) => string | undefined;
  /** Brings a field, or what stands for it, on the page and puts the cursor there. */
  go: (field: string) => void;
}
