import type { EntityManager } from 'typeorm';
import type { PoolItem } from '../domain/form/assemble-form.ts';
import { approvedLanguages } from '../domain/item/item-version.ts';
import { lifeOf } from './item-store.ts';
import { FormTable, ItemVersionTable, type BlueprintRecord } from './tables.ts';

/** The newest published version of each item, with how many forms of the blueprint hold it already. */
export async function poolOf(tx: EntityManager, blueprint: BlueprintRecord): Promise<PoolItem[]> {
  const rows = await tx
    .createQueryBuilder(ItemVersionTable, 'item')
    .where("item.state = 'published'")
    .andWhere(
      "item.version = (SELECT max(n.version) FROM item_version n WHERE n.item_id = item.itemId AND n.state = 'published')",
    )
    .andWhere('item.competencyCode IN (:...codes)', {
      codes: blueprint.rows.map((row) => row.competencyCode),
    })
    .orderBy('item.itemId')
    .getMany();
  const used = new Map<string, number>();
  for (const form of await tx.findBy(FormTable, { blueprintId: blueprint.blueprintId })) {
    for (const { itemId } of form.items) used.set(itemId, (used.get(itemId) ?? 0) + 1);
  }
  return rows.map((row) => ({
    itemId: row.itemId,
    version: row.version,
    competencyCode: row.competencyCode,
    level: row.level,
    cognitiveDemand: row.cognitiveDemand,
    languages: approvedLanguages(lifeOf(row)),
    maxScore: row.maxScore,
    used: used.get(row.itemId) ?? 0,
  }));
}
