import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Caller, etag, PageQuery, Permission } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Exam } from '../domain/exam/exam.ts';
import { ExamLists } from '../store/exam-lists.ts';
import { WriteExam } from '../use-cases/write-exam.ts';
import { ExamDto, ReasonDto, toDraft } from './exam.dto.ts';

@ApiTags('exams')
@Controller('exams')
export class ExamsController {
  constructor(
    private readonly lists: ExamLists,
    private readonly writer: WriteExam,
  ) {}

  @Get()
  @Permission('exams.edit', 'exams.publish', 'sittings.manage', 'results.decide', 'results.release')
  list(@Query() page: PageQuery): Promise<{ items: Exam[]; total: number }> {
    return this.lists.all(page);
  }

  @Get(':id')
  @Permission('exams.edit', 'exams.publish', 'sittings.manage', 'results.decide', 'results.release')
  async one(
    @Param('id', ParseUUIDPipe) examId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Exam> {
    const exam = await this.lists.one(examId);
    void reply.header('etag', etag(exam.version));
    return exam;
  }

  @Post()
  @Permission('exams.edit')
  create(@Body() body: ExamDto, @Caller() caller: CallerIdentity): Promise<Exam> {
    return this.writer.create(toDraft(body), caller);
  }

  @Put(':id')
  @Permission('exams.edit')
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ExamDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
  ): Promise<Exam> {
    return this.writer.change(id, toDraft(body), ifMatch, caller);
  }

  /** Who edited the exam does not publish it; published, it never changes. */
  @Post(':id/publish')
  @HttpCode(200)
  @Permission('exams.publish')
  publish(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
  ): Promise<Exam> {
    return this.writer.publish(id, body.reason, ifMatch, caller);
  }
}
