import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CallerIdentity } from '#libs/service-kit';
import type { Sitting } from '../domain/sitting/sitting.ts';
import { listSittings, progressOf, resultsOf, visibleSitting } from './sittings.ts';
import type { ProgressLine, ResultLine, SittingLine } from './sittings.ts';

/** What an officer sees of sittings: those of his agency and of the national body, and in them his agency's people. */
@Injectable()
export class SittingLists {
  constructor(private readonly database: DataSource) {}

  all(
    caller: CallerIdentity,
    page: { limit: number; offset: number },
  ): Promise<{ items: SittingLine[]; total: number }> {
    return listSittings(this.database.manager, caller, page);
  }

  one(sittingId: string, caller: CallerIdentity): Promise<Sitting> {
    return visibleSitting(this.database.manager, sittingId, caller);
  }

  async progress(sittingId: string, caller: CallerIdentity): Promise<ProgressLine[]> {
    await this.one(sittingId, caller);
    return progressOf(this.database.manager, sittingId, caller);
  }

  async results(sittingId: string, caller: CallerIdentity): Promise<ResultLine[]> {
    await this.one(sittingId, caller);
    return resultsOf(this.database.manager, sittingId, caller);
  }
}
