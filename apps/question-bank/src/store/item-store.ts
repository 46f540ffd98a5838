// Reads and writes item versions; content is opened and sealed here, never in the database.
import type { EntityManager } from 'typeorm';
import { open, seal } from '#libs/service-kit';
import { languagesOf, maxScoreOf, type ItemBody } from '../domain/item/item-body.ts';
import type { ItemVersion } from '../domain/item/item-version.ts';
import { ItemVersionTable, type ItemVersionRow } from './tables.ts';

const contextOf = (itemId: string, version: number): string => `item:${itemId}:${version}`;

export function openBody(
  key: Buffer,
  row: Pick<ItemVersionRow, 'itemId' | 'version' | 'sealed'>,
): ItemBody {
  return JSON.parse(
    open(key, row.sealed, contextOf(row.itemId, row.version)).toString('utf8'),
  ) as ItemBody;
}

/** The columns that follow from the body. */
export function bodyColumns(
  key: Buffer,
  itemId: string,
  version: number,
  body: ItemBody,
): Pick<
  ItemVersionRow,
  | 'competencyCode'
  | 'level'
  | 'cognitiveDemand'
  | 'interaction'
  | 'languages'
  | 'maxScore'
  | 'sealed'
> {
  return {
    competencyCode: body.competencyCode,
    level: body.level,
    cognitiveDemand: body.cognitiveDemand,
    interaction: body.interaction,
    languages: languagesOf(body),
    maxScore: maxScoreOf(body),
    sealed: seal(key, JSON.stringify(body), contextOf(itemId, version)),
  };
}

export const newestVersion = (tx: EntityManager, itemId: string): Promise<ItemVersionRow | null> =>
  tx.findOne(ItemVersionTable, { where: { itemId }, order: { version: 'DESC' } });

/** Who waited for the lock may have got a version that is not the newest any more: he waits for the next. */
export async function lockNewestVersion(
  tx: EntityManager,
  itemId: string,
): Promise<ItemVersionRow | null> {
  const row = await tx.findOne(ItemVersionTable, {
    where: { itemId },
    order: { version: 'DESC' },
    lock: { mode: 'pessimistic_write' },
  });
  const newest = row && (await newestVersion(tx, itemId));
  return newest && newest.version !== row.version ? lockNewestVersion(tx, itemId) : row;
}

/** The part of a row that the rules of its life decide on. */
export function lifeOf(row: ItemVersionRow): ItemVersion {
  const { itemId, version, state, author, authors, reviews, publisher } = row;
  return { itemId, version, state, author, authors, reviews, publisher };
}

export interface ItemSearch {
  readonly state?: string;
  readonly competencyCode?: string;
  readonly level?: number;
  readonly cognitiveDemand?: string;
  readonly limit: number;
  readonly offset: number;
}

/** The newest version of each item, and of those the ones that match. */
export async function searchItems(
  tx: EntityManager,
  search: ItemSearch,
): Promise<{ rows: ItemVersionRow[]; total: number }> {
  const query = tx
    .createQueryBuilder(ItemVersionTable, 'item')
    .where(
      'item.version = (SELECT max(n.version) FROM item_version n WHERE n.item_id = item.itemId)',
    );
  for (const [name, value] of Object.entries({
    state: search.state,
    competencyCode: search.competencyCode,
    level: search.level,
    cognitiveDemand: search.cognitiveDemand,
  })) {
    if (value !== undefined) query.andWhere(`item.${name} = :${name}`, { [name]: value });
  }
  const [rows, total] = await query
    .orderBy({ 'item.updatedAt': 'DESC', 'item.itemId': 'ASC' })
    .take(search.limit)
    .skip(search.offset)
    .getManyAndCount();
  return { rows, total };
}
