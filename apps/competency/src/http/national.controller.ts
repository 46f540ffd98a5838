import { Controller, Get, Header, Query } from '@nestjs/common';
import { Caller, Permission } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { NationalView } from '../domain/national/national-view.ts';
import type { TrainingNeeds } from '../domain/national/training-needs.ts';
import { National } from '../use-cases/national.ts';
import type { NationalHead } from '../use-cases/national.ts';
import { nationalCsv, trainingNeedsCsv } from './national-csv.ts';
import { NationalQuery, TrainingNeedsQuery } from './national.dto.ts';

const CSV = 'text/csv; charset=utf-8';

/** What a country can do against what it has to; an agency's own people for an account of it. */
@Controller()
export class NationalController {
  constructor(private readonly national: National) {}

  @Get('national')
  @Permission('national.read')
  view(
    @Query() { by = 'role', language: _language, ...question }: NationalQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<NationalHead & NationalView> {
    return this.national.view(caller, question, by);
  }

  @Get('national.csv')
  @Permission('national.read')
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="national.csv"')
  async viewCsv(
    @Query() { by = 'role', language = 'en', ...question }: NationalQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<string> {
    return nationalCsv(await this.national.view(caller, question, by), language);
  }

  /** Ranked by sum of (gap x people). */
  @Get('national/training-needs')
  @Permission('national.read')
  needs(
    @Query() { by = 'competency', language: _language, ...question }: TrainingNeedsQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<NationalHead & TrainingNeeds> {
    return this.national.trainingNeeds(caller, question, by);
  }

  @Get('national/training-needs.csv')
  @Permission('national.read')
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="training-needs.csv"')
  async needsCsv(
    @Query() { by = 'competency', language = 'en', ...question }: TrainingNeedsQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<string> {
    return trainingNeedsCsv(await this.national.trainingNeeds(caller, question, by), language);
  }
}
