import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
} from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Caller, Clock, Permission } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { CandidateExams } from '../use-cases/candidate-exams.ts';
import type { CandidateAttempt, CandidateResult, OpenExam } from '../use-cases/candidate-exams.ts';
import { FetchPackage } from '../use-cases/fetch-package.ts';
import type { PackagePlan } from '../use-cases/fetch-package.ts';
import { StartAttempt } from '../use-cases/start-attempt.ts';
import type { StartAnswer } from '../use-cases/start-attempt.ts';
import { notFound } from '../use-cases/refusal-problem.ts';
import { requireKey } from './idempotency-key.ts';
import { StartDto } from './sitting.dto.ts';

/** What a candidate asks for himself before and after the exam. */
@ApiTags('candidate')
@Controller()
export class CandidateController {
  constructor(
    private readonly exams: CandidateExams,
    private readonly packages: FetchPackage,
    private readonly starter: StartAttempt,
    private readonly clock: Clock,
  ) {}

  /** With the time here: whether a sitting is open is not for the clock of the candidate's computer to say. */
  @Get('me/exams')
  @Permission('exams.sit')
  async open(
    @Caller() caller: CallerIdentity,
  ): Promise<{ items: OpenExam[]; total: number; serverTime: Date }> {
    const items = await this.exams.open(personOf(caller));
    return { items, total: items.length, serverTime: this.clock.now() };
  }

  @Get('me/attempts')
  @Permission('exams.sit')
  async attempts(
    @Caller() caller: CallerIdentity,
  ): Promise<{ items: CandidateAttempt[]; total: number }> {
    const items = await this.exams.attempts(personOf(caller));
    return { items, total: items.length };
  }

  @Get('me/attempts/:id/result')
  @Permission('exams.sit')
  result(
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: CallerIdentity,
  ): Promise<CandidateResult> {
    return this.exams.result(id, personOf(caller));
  }

  /** The packages of the sitting, the likely one first, to be fetched ahead from packages/:digest. */
  @Get('sittings/:id/package')
  @Permission('exams.sit')
  package(
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: CallerIdentity,
  ): Promise<PackagePlan> {
    return this.packages.plan(id, personOf(caller));
  }

  /** Starts the attempt, or resumes it: after the first start every further one answers the same attempt. */
  @Post('sittings/:id/start')
  @HttpCode(200)
  @ApiHeader({ name: 'idempotency-key', required: true })
  @Permission('exams.sit')
  start(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: StartDto,
    @Headers('idempotency-key') key: string | undefined,
    @Caller() caller: CallerIdentity,
  ): Promise<StartAnswer> {
    const { language, declaration, device = '' } = body;
    const request = { key: requireKey(key), language, declaration, device };
    return this.starter.start(id, personOf(caller), request);
  }
}

/** An account without a person sits no exam. */
function personOf(caller: CallerIdentity): string {
  if (caller.person === null) throw notFound();
  return caller.person;
}
