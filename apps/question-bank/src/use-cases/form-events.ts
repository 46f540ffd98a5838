// What the exams are told of a form besides its sealed items.
import type { EventData } from '#libs/contracts';
import type { Hand } from '../domain/item/item-version.ts';
import type { BlueprintRecord, FormItem, FormRecord, ItemVersionRow } from '../store/tables.ts';

/** Who wrote, reviewed and published the item version; what a reviewer said stays in the bank. */
export function handsOf({
  itemId,
  authors,
  reviews,
  publisher,
  publishedAt,
}: ItemVersionRow): NonNullable<EventData<'form.item-published'>['hands']> {
  if (publisher === null || publishedAt === null) throw new Error(`item ${itemId} is a draft`);
  return {
    authors,
    reviews: reviews.map(({ by, at, verdict }) => ({ by, at, verdict })),
    publishedBy: publisher,
    publishedAt: publishedAt.toISOString(),
  };
}

/** Usable when every item of it has come. */
export function manifestOf(
  form: FormRecord & { publisher: Hand },
  blueprint: BlueprintRecord,
  items: readonly (FormItem & { digest: string })[],
  at: Date,
): EventData<'form.published'> {
  return {
    formId: form.formId,
    blueprintId: form.blueprintId,
    title: form.title,
    frameworkId: blueprint.frameworkId,
    frameworkVersion: blueprint.frameworkVersion,
    competencyId: blueprint.competencyId,
    level: blueprint.level,
    languages: form.languages as ('en' | 'ru' | 'tg')[],
    maxScore: form.maxScore,
    items: [...items],
    publishedAt: at.toISOString(),
    assembledBy: form.assembler,
    assembledAt: form.createdAt.toISOString(),
    publishedBy: form.publisher,
  };
}
