import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, Permission } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { CaseLine } from '../store/cases.ts';
import { CloseCase } from '../use-cases/close-case.ts';
import { CaseQuery } from './case.dto.ts';
import { ReasonDto } from './exam.dto.ts';

@ApiTags('results')
@Controller('cases')
export class CasesController {
  constructor(private readonly cases: CloseCase) {}

  /** What needs a person's eye: late entries, responses that could not be scored, a broken journal. */
  @Get()
  @Permission('cases.read', 'results.decide')
  list(
    @Query() query: CaseQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<{ items: CaseLine[]; total: number }> {
    return this.cases.list(caller, query);
  }

  /** By somebody whom it does not concern and who did not decide what it is about; the reason says the outcome. */
  @Post(':id/close')
  @HttpCode(204)
  @Permission('results.decide')
  close(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Caller() caller: CallerIdentity,
  ): Promise<void> {
    return this.cases.close(id, body.reason, caller);
  }
}
