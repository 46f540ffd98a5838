import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Sealed } from '#libs/service-kit';
import { formCopyTable, formItemCopyTable } from './copies.table.ts';
import { openItem } from './form-shelf.ts';

/** A form is usable once each item of its manifest has come, with the digest that the manifest says, and opens. */
export async function completeForm(
  tx: EntityManager,
  formId: string,
  sealKey: Buffer,
): Promise<'complete' | 'incomplete'> {
  const form = await tx.findOneBy(formCopyTable, { formId });
  if (form === null) return 'incomplete';
  if (form.complete) return 'complete';
  const rows = await tx.find(formItemCopyTable, { where: { formId } });
  const there = form.manifest.items.map((item) =>
    rows.find(
      (row) =>
        row.position === item.position &&
        row.itemId === item.itemId &&
        row.itemVersion === item.itemVersion &&
        row.digest === item.digest &&
        row.digest === digestOfSealed(row.sealed),
    ),
  );
  let needsServer = false;
  for (const row of there) {
    if (row === undefined) return 'incomplete';
    // An item that does not open is an error of the event: it becomes a dead letter, not a form with a hole.
    needsServer ||= openItem(row, sealKey).content.needsServer.length > 0;
  }
  await tx.update(formCopyTable, { formId }, { complete: true, needsServer });
  return 'complete';
}

/** The digest of an item version in a form is that of its sealed bytes, as question-bank takes it. */
export const digestOfSealed = ({ iv, tag, ciphertext }: Sealed): string =>
  `sha256-${createHash('sha256').update(`${iv}.${tag}.${ciphertext}`).digest('base64url')}`;
