// What question-bank seals of one item version, and how.

import type { CompiledItem, Delivery, Scoring } from '#libs/qti';
import { normalKeys } from '../domain/result/normal-text.ts';
import type { FormItemCopy } from './copies.table.ts';

export type ItemContent = {
  /** By language: what a browser may see. */
  delivery: Record<string, Delivery>;
  /** Stays on the server. */
  scoring: Scoring;
  maxScore: number;
  /** What has to be answered by the server during the attempt; empty for most items. */
  needsServer: CompiledItem['needsServer'];
  interaction: string | null;
  media: unknown;
};

/** The context that authenticates the sealed text: an item cannot be put into the place of another. */
export const sealContext = (row: Pick<FormItemCopy, 'formId' | 'itemId' | 'itemVersion'>): string =>
  `form-item:${row.formId}:${row.itemId}:${row.itemVersion}`;

/** The seal says that question-bank wrote it as libs/qti compiled it; here only its parts are looked for. */
export function itemContentOf(text: string): ItemContent {
  const content = JSON.parse(text) as Partial<ItemContent> | null;
  const { delivery, scoring, maxScore, needsServer = [], interaction = null } = content ?? {};
  if (delivery === undefined || Object.keys(delivery).length === 0)
    throw new TypeError('the item has no delivery');
  if (scoring === undefined) throw new TypeError('the item has no scoring');
  if (typeof maxScore !== 'number') throw new TypeError('the item has no maximum score');
  return {
    delivery,
    scoring: normalKeys(scoring),
    maxScore,
    needsServer,
    interaction,
    media: content?.media ?? null,
  };
}
