import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, Permission, SignedIn } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Decision } from '../domain/result/decision.ts';
import { ActOnResult } from '../use-cases/act-on-result.ts';
import { CaseFile } from '../use-cases/case-file.ts';
import { ScoringAnnex } from '../use-cases/scoring-annex.ts';
import { ReasonDto } from './exam.dto.ts';
import { CorrectionDto } from './sitting.dto.ts';

/** What officers do to single attempts, and the file that tells it all. */
@ApiTags('results')
@Controller('attempts/:id')
export class ResultsController {
  constructor(
    private readonly acts: ActOnResult,
    private readonly files: CaseFile,
    private readonly annexes: ScoringAnnex,
  ) {}

  /** The candidate gets the file of his own attempt, too, once its result is released. */
  @Get('case')
  @SignedIn()
  caseFile(
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: CallerIdentity,
  ): Promise<object> {
    return this.files.of(id, caller);
  }

  /** The keys, and the answers scored by them again; never one's own, nor of items that one is to sit. */
  @Get('case/scoring')
  @Permission('scoring.read')
  scoring(
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: CallerIdentity,
  ): Promise<object> {
    return this.annexes.of(id, caller);
  }

  @Post('void')
  @HttpCode(204)
  @Permission('attempts.void')
  void(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Caller() caller: CallerIdentity,
  ): Promise<void> {
    return this.acts.void(id, body.reason, caller);
  }

  @Post('release')
  @HttpCode(204)
  @Permission('results.release')
  release(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Caller() caller: CallerIdentity,
  ): Promise<void> {
    return this.acts.release(id, body.reason, caller);
  }

  /** A re-mark adds a decision with its author and reason; the ones before stay. */
  @Post('decisions')
  @Permission('results.decide')
  correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CorrectionDto,
    @Caller() caller: CallerIdentity,
  ): Promise<Decision> {
    return this.acts.correct(id, body, caller);
  }
}
