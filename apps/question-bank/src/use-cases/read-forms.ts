import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#libs/service-kit';
import {
  BlueprintTable,
  FormTable,
  type BlueprintRecord,
  type FormRecord,
} from '../store/tables.ts';

interface Page {
  readonly limit: number;
  readonly offset: number;
}

@Injectable()
export class ReadForms {
  constructor(private readonly database: DataSource) {}

  async blueprints({ limit, offset }: Page): Promise<{ items: BlueprintRecord[]; total: number }> {
    const [items, total] = await this.database.manager.findAndCount(BlueprintTable, {
      order: { createdAt: 'DESC', blueprintId: 'ASC' },
      take: limit,
      skip: offset,
    });
    return { items, total };
  }

  async blueprint(blueprintId: string): Promise<BlueprintRecord> {
    return present(await this.database.manager.findOneBy(BlueprintTable, { blueprintId }));
  }

  async forms(
    query: Page & { state?: 'draft' | 'published'; blueprintId?: string },
  ): Promise<{ items: FormRecord[]; total: number }> {
    const { limit, offset, state, blueprintId } = query;
    const [items, total] = await this.database.manager.findAndCount(FormTable, {
      where: { ...(state ? { state } : {}), ...(blueprintId ? { blueprintId } : {}) },
      order: { createdAt: 'DESC', formId: 'ASC' },
      take: limit,
      skip: offset,
    });
    return { items, total };
  }

  async form(formId: string): Promise<FormRecord> {
    return present(await this.database.manager.findOneBy(FormTable, { formId }));
  }
}

function present<T>(found: T | null): T {
  if (found === null) throw new Problem('not-found');
  return found;
}
