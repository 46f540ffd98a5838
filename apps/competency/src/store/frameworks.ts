import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { PublishedFramework } from '../domain/framework/framework.ts';
import { FrameworkTable, FrameworkVersionTable } from './framework.table.ts';
import type { FrameworkRow } from './framework.table.ts';

export interface FrameworkSummary {
  frameworkId: string;
  code: string;
  latest: number;
  draftVersion: number;
  hasDraft: boolean;
  versions: { version: number; publishedAt: string }[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class Frameworks {
  /** A published version never changes, so what was read once is kept. */
  private readonly read = new Map<string, PublishedFramework>();

  constructor(private readonly database: DataSource) {}

  async published(
    frameworkId: string,
    version: number,
    tx: EntityManager = this.database.manager,
  ): Promise<PublishedFramework | undefined> {
    const key = `${frameworkId}/${version}`;
    const known = this.read.get(key);
    if (known !== undefined) return known;
    const row = await tx.findOneBy(FrameworkVersionTable, {
      frameworkId,
      version,
    });
    if (row === null) return undefined;
    this.read.set(key, row.document);
    return row.document;
  }

  /** The newest published version of each framework, the newest publication first. */
  async latest(tx: EntityManager = this.database.manager): Promise<PublishedFramework[]> {
    const rows = await tx.find(FrameworkTable, {
      select: { frameworkId: true, latest: true },
    });
    const documents = await Promise.all(
      rows
        .filter(({ latest }) => latest > 0)
        .map((row) => this.published(row.frameworkId, row.latest, tx)),
    );
    return documents
      .filter((document) => document !== undefined)
      .toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  }

  /** The newest published version of the framework with this id or code; without one, of the newest. */
  async newest(
    idOrCode?: string,
    tx: EntityManager = this.database.manager,
  ): Promise<PublishedFramework | undefined> {
    const latest = await this.latest(tx);
    return idOrCode === undefined
      ? latest[0]
      : latest.find(({ frameworkId, code }) => frameworkId === idOrCode || code === idOrCode);
  }

  async find(idOrCode: string): Promise<FrameworkRow | null> {
    return this.database.manager.findOneBy(
      FrameworkTable,
      UUID.test(idOrCode) ? { frameworkId: idOrCode } : { code: idOrCode },
    );
  }

  async list(): Promise<FrameworkSummary[]> {
    const [frameworks, versions] = await Promise.all([
      this.database.manager.find(FrameworkTable, { order: { code: 'ASC' } }),
      this.database.manager.find(FrameworkVersionTable, {
        select: { frameworkId: true, version: true, publishedAt: true },
        order: { version: 'ASC' },
      }),
    ]);
    return frameworks.map(({ frameworkId, code, latest, draft, draftVersion }) => ({
      frameworkId,
      code,
      latest,
      draftVersion,
      hasDraft: draft !== null,
      versions: versions
        .filter((version) => version.frameworkId === frameworkId)
        .map(({ version, publishedAt }) => ({ version, publishedAt: publishedAt.toISOString() })),
    }));
  }
}

/** False where its code is another's. */
export async function addFramework(tx: EntityManager, row: FrameworkRow): Promise<boolean> {
  const added = await tx
    .createQueryBuilder()
    .insert()
    .into(FrameworkTable)
    .values(row)
    .orIgnore()
    .returning('framework_id')
    .execute();
  return (added.raw as unknown[]).length > 0;
}

/** The framework's row, held until the transaction ends: one act on it at a time. */
export const lockFramework = (
  tx: EntityManager,
  frameworkId: string,
): Promise<FrameworkRow | null> =>
  tx.findOne(FrameworkTable, { where: { frameworkId }, lock: { mode: 'pessimistic_write' } });

export async function publishedVersions(
  tx: EntityManager,
  frameworkId: string,
): Promise<PublishedFramework[]> {
  const rows = await tx.find(FrameworkVersionTable, {
    where: { frameworkId },
    order: { version: 'ASC' },
  });
  return rows.map((row) => row.document);
}
