// A different form each time, and at most a third of its items known from the forms taken.

import { refused } from '../refusals.ts';
import type { Refused } from '../refusals.ts';

export type FormItems = { formId: string; itemIds: readonly string[] };

export type FormChoice =
  | { outcome: 'chosen'; formId: string }
  | (Refused<'no-other-form'> & { detail: string });

/**
 * `draw` is a number in [0, 1) that the caller takes from a digest or a random source. Void attempts belong in
 * `taken`, too: they do not count as attempts, but their items were seen.
 */
export function chooseForm(
  forms: readonly FormItems[],
  taken: readonly FormItems[],
  draw: number,
): FormChoice {
  const seenForms = new Set(taken.map((form) => form.formId));
  const seenItems = new Set(taken.flatMap((form) => form.itemIds));
  const fresh = forms.filter((form) => !seenForms.has(form.formId));
  if (fresh.length === 0)
    return { ...refused('no-other-form'), detail: 'every form of this exam has been taken' };
  const allowed = fresh.filter((form) => {
    const shared = form.itemIds.filter((item) => seenItems.has(item)).length;
    return shared * 3 <= form.itemIds.length;
  });
  const form = allowed[Math.min(allowed.length - 1, Math.floor(draw * allowed.length))];
  if (form === undefined)
    return {
      ...refused('no-other-form'),
      detail: 'every other form shares more than a third of its items with those taken',
    };
  return { outcome: 'chosen', formId: form.formId };
}
