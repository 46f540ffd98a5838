import type { EntityManager } from 'typeorm';
import { FrameworkCopyTable, type FrameworkCopy } from './tables.ts';

export const frameworkVersion = (
  tx: EntityManager,
  frameworkId: string,
  version: number,
): Promise<FrameworkCopy | null> => tx.findOneBy(FrameworkCopyTable, { frameworkId, version });

/** The newest framework that was published; one deployment works with one. */
export async function latestFramework(tx: EntityManager): Promise<FrameworkCopy | null> {
  const [row] = await tx.find(FrameworkCopyTable, { order: { version: 'DESC' }, take: 1 });
  return row ?? null;
}
