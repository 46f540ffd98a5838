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
import { DataSource } from 'typeorm';
import { Caller, etag, PageQuery, Permission } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Exam } from '../domain/exam/exam.ts';
import { examTable } from '../store/exam.table.ts';
import { notFound } from '../use-cases/refusal-problem.ts';
import { WriteExam } from '../use-cases/write-exam.ts';
import { ExamDto, ReasonDto, toDraft } from './exam.dto.ts';

@ApiTags('exams')
@Controller('exams')
export class ExamsController {
  constructor(
    private readonly database: DataSource,
    private readonly writer: WriteExam,
  ) {}

  @Get()
  @Permission('exams.edit', 'exams.publish', 'sittings.manage', 'results.decide', 'results.release')
  async list(@Query() page: PageQuery): Promise<{ items: Exam[]; total: number }> {
    const [items, total] = await this.database.manager.findAndCount(examTable, {
      order: { createdAt: 'DESC', examId: 'ASC' },
      take: page.limit,
      skip: page.offset,
    });
    return { items, total };
  }

  @Get(':id')
  @Permission('exams.edit', 'exams.publish', 'sittings.manage', 'results.decide', 'results.release')
  async one(
    @Param('id', ParseUUIDPipe) examId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Exam> {
    const exam = await this.database.manager.findOneBy(examTable, { examId });
    if (exam === null) throw notFound();
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
    @Caller() caller: CallerIdentity,
  ): Promise<Exam> {
    return this.writer.publish(id, body.reason, caller);
  }
}
