import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#libs/service-kit';
import { Settings } from '../config.ts';
import { compileBody, sayFaults } from '../domain/item/compile-body.ts';
import type { ItemBody, Language } from '../domain/item/item-body.ts';
import { newestVersion, openBody, searchItems, type ItemSearch } from '../store/item-store.ts';
import { ItemVersionTable, type ItemVersionRow } from '../store/tables.ts';

export type ItemView = Omit<ItemVersionRow, 'sealed'> & { readonly body: ItemBody };

export interface ItemPreview {
  readonly itemId: string;
  readonly version: number;
  readonly language: Language;
  /** The item of libs/qti's delivery, as the player renders it. */
  readonly delivery: unknown;
}

@Injectable()
export class ReadItems {
  constructor(
    private readonly database: DataSource,
    private readonly settings: Settings,
  ) {}

  async search(search: ItemSearch): Promise<{ items: ItemView[]; total: number }> {
    const { rows, total } = await searchItems(this.database.manager, search);
    return { items: rows.map((row) => this.view(row)), total };
  }

  async newest(itemId: string): Promise<ItemVersionRow> {
    const row = await newestVersion(this.database.manager, itemId);
    if (!row) throw new Problem('not-found');
    return row;
  }

  async version(itemId: string, version: number): Promise<ItemVersionRow> {
    const row = await this.database.manager.findOneBy(ItemVersionTable, { itemId, version });
    if (!row) throw new Problem('not-found');
    return row;
  }

  view(row: ItemVersionRow): ItemView {
    const { sealed: _, ...open } = row;
    return { ...open, body: openBody(this.settings.sealKey, row) };
  }

  async preview(itemId: string, language: Language): Promise<ItemPreview> {
    const row = await this.newest(itemId);
    const body = openBody(this.settings.sealKey, row);
    if (!body.languages[language])
      throw new Problem('not-found', { detail: `The item has no ${language}.` });
    const compiled = compileBody(itemId, body);
    if (compiled.outcome === 'refused') {
      throw new Problem('unprocessable', {
        reason: 'does-not-compile',
        detail: sayFaults(compiled.problems),
      });
    }
    return { itemId, version: row.version, language, delivery: compiled.item.delivery[language] };
  }
}
