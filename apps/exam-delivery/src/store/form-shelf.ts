// Opened forms, in memory only: at rest their content and scoring stay sealed.

import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Injectable } from '@nestjs/common';
import { open } from '#libs/service-kit';
import type { EventData } from '#libs/contracts';
import type { Delivery } from '#libs/qti';
import { Settings } from '../config.ts';
import { textLimitsOf } from '../domain/attempt/text-limits.ts';
import type { TextLimits } from '../domain/attempt/text-limits.ts';
import type { Language } from '../domain/exam/exam.ts';
import { formCopyTable, formItemCopyTable } from './copies.table.ts';
import type { FormItemCopy, ItemHands } from './copies.table.ts';
import { itemContentOf, sealContext } from './item-content.ts';
import type { ItemContent } from './item-content.ts';

export type OpenItem = {
  position: number;
  itemId: string;
  itemVersion: number;
  digest: string;
  hands: ItemHands | null;
  content: ItemContent;
};

export type OpenForm = {
  formId: string;
  manifest: EventData<'form.published'>;
  items: OpenItem[];
  /** By item: how long its texts may be. */
  textLimits: ReadonlyMap<string, TextLimits>;
  languages: Language[];
};

const kept = 64;

@Injectable()
export class FormShelf {
  private readonly forms = new Map<string, OpenForm>();

  constructor(
    private readonly database: DataSource,
    private readonly settings: Settings,
  ) {}

  /** A form that has arrived whole; a published form never changes, so it is opened once. */
  async form(
    formId: string,
    tx: EntityManager = this.database.manager,
  ): Promise<OpenForm | undefined> {
    const known = this.forms.get(formId);
    if (known !== undefined) return known;
    const copy = await tx.findOneBy(formCopyTable, { formId });
    if (copy === null || !copy.complete) return undefined;
    const items = await openItems(tx, formId, this.settings.sealKey);
    const form: OpenForm = {
      formId,
      manifest: copy.manifest,
      items,
      textLimits: new Map(
        items.map((item) => [item.itemId, textLimitsOf(anyDelivery(item).delivery)]),
      ),
      languages: [...copy.manifest.languages],
    };
    const oldest = this.forms.size >= kept ? this.forms.keys().next().value : undefined;
    if (oldest !== undefined) this.forms.delete(oldest);
    this.forms.set(formId, form);
    return form;
  }
}

export async function openItems(
  tx: EntityManager,
  formId: string,
  sealKey: Buffer,
): Promise<OpenItem[]> {
  const rows = await tx.find(formItemCopyTable, { where: { formId }, order: { position: 'ASC' } });
  return rows.map((row) => openItem(row, sealKey));
}

export function openItem(row: FormItemCopy, sealKey: Buffer): OpenItem {
  const { position, itemId, itemVersion, digest, hands } = row;
  const text = open(sealKey, row.sealed, sealContext(row)).toString('utf8');
  return { position, itemId, itemVersion, digest, hands, content: itemContentOf(text) };
}

/** Any language serves where only identifiers count: they are the same in each. */
export const anyDelivery = ({
  itemId,
  content,
}: OpenItem): { itemId: string; delivery: Delivery } => {
  const [delivery] = Object.values(content.delivery);
  if (delivery === undefined) throw new Error(`item ${itemId} has no delivery`);
  return { itemId, delivery };
};
