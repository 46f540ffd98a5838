import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Sitting } from '../domain/sitting/sitting.ts';
import { agencyList } from './read-copies.ts';
import { countsOf, totalOf } from './sitting-lines.ts';
import type { Asked, LineQuery, SittingCounts } from './sitting-lines.ts';
import { progressOf } from './sitting-progress.ts';
import type { ProgressLine } from './sitting-progress.ts';
import { resultsOf } from './sitting-results.ts';
import type { ResultLine } from './sitting-results.ts';
import { listSittings, visibleSitting } from './sittings.ts';
import type { SittingLine } from './sittings.ts';

export type Lines<Line> = { items: Line[]; total: number; counts: SittingCounts };

/** What an officer sees of sittings: those of his agency and of the national body, and in them his agency's people. */
@Injectable()
export class SittingLists {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  all(
    caller: CallerIdentity,
    page: { limit: number; offset: number },
  ): Promise<{ items: SittingLine[]; total: number }> {
    return listSittings(this.database.manager, caller, page);
  }

  one(sittingId: string, caller: CallerIdentity): Promise<Sitting> {
    return visibleSitting(this.database.manager, sittingId, caller);
  }

  async progress(
    sittingId: string,
    query: LineQuery,
    caller: CallerIdentity,
  ): Promise<Lines<ProgressLine>> {
    const { manager } = this.database;
    const asked = await this.asked(sittingId, caller);
    return {
      items: await progressOf(manager, asked, query),
      total: await totalOf(manager, asked, query, 'left'),
      counts: await countsOf(manager, asked),
    };
  }

  async results(
    sittingId: string,
    query: LineQuery,
    caller: CallerIdentity,
  ): Promise<Lines<ResultLine>> {
    const { manager } = this.database;
    const asked = await this.asked(sittingId, caller);
    return {
      items: await resultsOf(manager, asked, query),
      total: await totalOf(manager, asked, query, 'inner'),
      counts: await countsOf(manager, asked),
    };
  }

  /** The whole sitting, for a file. */
  async allResults(sittingId: string, caller: CallerIdentity): Promise<ResultLine[]> {
    const asked = await this.asked(sittingId, caller);
    return resultsOf(this.database.manager, asked, { limit: null, offset: 0 });
  }

  private async asked(sittingId: string, caller: CallerIdentity): Promise<Asked> {
    await this.one(sittingId, caller);
    return { sittingId, agencies: agencyList(visibleAgencies(caller)), now: this.clock.now() };
  }
}
