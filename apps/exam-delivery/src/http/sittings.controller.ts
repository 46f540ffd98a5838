import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { writeCsv } from '#libs/csv';
import { Caller, PageQuery, Permission, Problem } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Sitting } from '../domain/sitting/sitting.ts';
import { SittingLists } from '../store/sitting-lists.ts';
import type { Lines } from '../store/sitting-lists.ts';
import type { ProgressLine } from '../store/sitting-progress.ts';
import type { ResultLine } from '../store/sitting-results.ts';
import type { SittingLine } from '../store/sittings.ts';
import { ActOnResult } from '../use-cases/act-on-result.ts';
import type { Released } from '../use-cases/act-on-result.ts';
import { EnrolCandidates } from '../use-cases/enrol-candidates.ts';
import type { Enrolled } from '../use-cases/enrol-candidates.ts';
import { ScheduleSitting } from '../use-cases/schedule-sitting.ts';
import { ReasonDto } from './exam.dto.ts';
import { resultRows } from './result-rows.ts';
import { CandidateQuery, EnrolmentsDto, SittingDto } from './sitting.dto.ts';

@ApiTags('sittings')
@Controller('sittings')
export class SittingsController {
  constructor(
    private readonly lists: SittingLists,
    private readonly scheduler: ScheduleSitting,
    private readonly enroller: EnrolCandidates,
    private readonly results: ActOnResult,
  ) {}

  @Get()
  @Permission('sittings.manage', 'results.decide', 'results.release', 'attempts.void', 'cases.read')
  list(
    @Query() page: PageQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<{ items: SittingLine[]; total: number }> {
    return this.lists.all(caller, page);
  }

  @Post()
  @Permission('sittings.manage')
  create(@Body() body: SittingDto, @Caller() caller: CallerIdentity): Promise<Sitting> {
    const plan = { ...body, title: { ...body.title }, agencyId: body.agencyId ?? null };
    return this.scheduler.schedule(plan, caller);
  }

  @Get(':id')
  @Permission('sittings.manage', 'results.decide', 'results.release', 'attempts.void', 'cases.read')
  one(@Param('id', ParseUUIDPipe) id: string, @Caller() caller: CallerIdentity): Promise<Sitting> {
    return this.lists.one(id, caller);
  }

  @Post(':id/enrolments')
  @HttpCode(200)
  @Permission('sittings.manage')
  enrol(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EnrolmentsDto,
    @Caller() caller: CallerIdentity,
  ): Promise<Enrolled> {
    return this.enroller.byIds(id, body.practitionerIds, caller);
  }

  /** A list with the columns practitionerId and, if wanted, extraMinutes; errors by line and column. */
  @Post(':id/enrolments.csv')
  @HttpCode(200)
  @Permission('sittings.manage')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  enrolList(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @Caller() caller: CallerIdentity,
  ): Promise<Enrolled> {
    if (typeof body !== 'string')
      throw new Problem('unsupported-media-type', { detail: 'Send the list as text/csv.' });
    return this.enroller.byCsv(id, body, caller);
  }

  @Get(':id/progress')
  @Permission('sittings.manage', 'attempts.void')
  progress(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CandidateQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<Lines<ProgressLine>> {
    return this.lists.progress(id, query, caller);
  }

  @Get(':id/results')
  @Permission('results.decide', 'results.release', 'sittings.manage', 'cases.read')
  resultsList(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CandidateQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<Lines<ResultLine>> {
    return this.lists.results(id, query, caller);
  }

  @Get(':id/results.csv')
  @Permission('results.decide', 'results.release', 'sittings.manage', 'cases.read')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="results.csv"')
  async resultsCsv(
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: CallerIdentity,
  ): Promise<string> {
    return writeCsv(resultRows(await this.lists.allResults(id, caller)));
  }

  /** Releases every decided result of the sitting but the officer's own. */
  @Post(':id/release')
  @HttpCode(200)
  @Permission('results.release')
  release(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Caller() caller: CallerIdentity,
  ): Promise<Released> {
    return this.results.releaseSitting(id, body.reason, caller);
  }
}
