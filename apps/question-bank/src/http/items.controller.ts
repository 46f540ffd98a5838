import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Caller, etag, Permission, type CallerIdentity } from '#libs/service-kit';
import type { ItemVersionRow } from '../store/tables.ts';
import { DecideItems } from '../use-cases/decide-items.ts';
import { ReadItems, type ItemPreview, type ItemView } from '../use-cases/read-items.ts';
import { WriteItems } from '../use-cases/write-items.ts';
import { ItemBodyDto, ItemQueryDto, PreviewQueryDto, ReasonDto, VerdictDto } from './item.dto.ts';

@Controller('items')
export class ItemsController {
  constructor(
    private readonly writing: WriteItems,
    private readonly deciding: DecideItems,
    private readonly reading: ReadItems,
  ) {}

  /** The newest version of each item, newest change first. */
  @Get()
  @Permission('items.write', 'items.review', 'items.publish', 'forms.assemble')
  list(@Query() query: ItemQueryDto): Promise<{ items: ItemView[]; total: number }> {
    return this.reading.search(query);
  }

  @Post()
  @Permission('items.write')
  async create(
    @Body() body: ItemBodyDto,
    @Caller() caller: CallerIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ItemView> {
    return this.answer(await this.writing.create(body, caller), reply);
  }

  @Get(':id')
  @Permission('items.write', 'items.review', 'items.publish', 'forms.assemble')
  async newest(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ItemView> {
    return this.answer(await this.reading.newest(id), reply);
  }

  /** Changes the draft; If-Match says which revision of it. */
  @Put(':id')
  @Permission('items.write')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ItemBodyDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ItemView> {
    return this.answer(await this.writing.change(id, body, ifMatch, caller), reply);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Permission('items.write')
  async submit(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<ItemView> {
    return this.reading.view(await this.writing.submit(id, ifMatch));
  }

  /** A draft of the next version; the published one stays as it is. */
  @Post(':id/versions')
  @Permission('items.write')
  async newVersion(
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: CallerIdentity,
  ): Promise<ItemView> {
    return this.reading.view(await this.writing.newVersion(id, caller));
  }

  @Post(':id/review')
  @HttpCode(200)
  @Permission('items.review')
  async review(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() verdict: VerdictDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
  ): Promise<ItemView> {
    return this.reading.view(await this.deciding.review(id, verdict, ifMatch, caller));
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Permission('items.publish')
  async publish(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
  ): Promise<ItemView> {
    return this.reading.view(await this.deciding.publish(id, body.reason, ifMatch, caller));
  }

  /** The item as the candidate will see it: no key, no rationale. */
  @Get(':id/preview')
  @Permission('items.write', 'items.review', 'items.publish', 'forms.assemble')
  preview(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PreviewQueryDto,
  ): Promise<ItemPreview> {
    return this.reading.preview(id, query.language);
  }

  @Get(':id/versions/:version')
  @Permission('items.write', 'items.review', 'items.publish', 'forms.assemble')
  async version(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<ItemView> {
    return this.reading.view(await this.reading.version(id, version));
  }

  private answer(row: ItemVersionRow, reply: FastifyReply): ItemView {
    void reply.header('etag', etag(row.revision));
    return this.reading.view(row);
  }
}
