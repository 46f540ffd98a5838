// What question-bank seals of one item version, and how.

import type { FormItemCopy } from './copies.table.ts';

export type ItemContent = {
  /** By language: what a browser may see. */
  delivery: Record<string, unknown>;
  /** Stays on the server. */
  scoring: unknown;
  maxScore: number;
  /** What has to be answered by the server during the attempt; empty for most items. */
  needsServer: string[];
  interaction: string | null;
  media: unknown;
};

/** The context that authenticates the sealed text: an item cannot be put into the place of another. */
export const sealContext = (row: Pick<FormItemCopy, 'formId' | 'itemId' | 'itemVersion'>): string =>
  `form-item:${row.formId}:${row.itemId}:${row.itemVersion}`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function itemContentOf(value: unknown): ItemContent {
  if (!isRecord(value)) throw new TypeError('the item is not an object');
  const { delivery, scoring, maxScore, needsServer, interaction, media } = value;
  if (!isRecord(delivery) || Object.keys(delivery).length === 0)
    throw new TypeError('the item has no delivery');
  if (typeof maxScore !== 'number') throw new TypeError('the item has no maximum score');
  return {
    delivery,
    scoring,
    maxScore,
    needsServer: Array.isArray(needsServer)
      ? needsServer.filter((need) => typeof need === 'string')
      : [],
    interaction: typeof interaction === 'string' ? interaction : null,
    media: media ?? null,
  };
}
