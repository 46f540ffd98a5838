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
import type { FastifyReply } from 'fastify';
import { Caller, etag, PageQuery, Permission, type CallerIdentity } from '#libs/service-kit';
import type { BlueprintRecord } from '../store/tables.ts';
import { PlanBlueprints } from '../use-cases/plan-blueprints.ts';
import { ReadForms } from '../use-cases/read-forms.ts';
import { BlueprintDto } from './form.dto.ts';
import { ReasonDto } from './item.dto.ts';

@Controller('blueprints')
export class BlueprintsController {
  constructor(
    private readonly planning: PlanBlueprints,
    private readonly reading: ReadForms,
  ) {}

  @Get()
  @Permission('forms.assemble', 'forms.publish', 'exams.edit')
  list(@Query() page: PageQuery): Promise<{ items: BlueprintRecord[]; total: number }> {
    return this.reading.blueprints(page);
  }

  @Post()
  @Permission('forms.assemble')
  async create(
    @Body() body: BlueprintDto,
    @Caller() caller: CallerIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BlueprintRecord> {
    return withEtag(await this.planning.create(body, caller), reply);
  }

  @Get(':id')
  @Permission('forms.assemble', 'forms.publish', 'exams.edit')
  async one(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BlueprintRecord> {
    return withEtag(await this.reading.blueprint(id), reply);
  }

  /** Changes the draft; If-Match says which revision of it. */
  @Put(':id')
  @Permission('forms.assemble')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: BlueprintDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BlueprintRecord> {
    return withEtag(await this.planning.change(id, body, ifMatch, caller), reply);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Permission('forms.publish')
  publish(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
  ): Promise<BlueprintRecord> {
    return this.planning.publish(id, body.reason, ifMatch, caller);
  }
}

function withEtag(record: BlueprintRecord, reply: FastifyReply): BlueprintRecord {
  void reply.header('etag', etag(record.revision));
  return record;
}
