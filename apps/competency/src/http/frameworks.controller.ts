import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Caller, Permission, SignedIn } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import type { PublishedFramework } from '../domain/framework/framework.ts';
import type { FrameworkSummary } from '../store/frameworks.ts';
import { discardDraft } from '../use-cases/discard-draft.ts';
import { createDraft, readDraft, saveDraft } from '../use-cases/draft-framework.ts';
import type { DraftView } from '../use-cases/draft-framework.ts';
import { publishFramework } from '../use-cases/publish-framework.ts';
import { publishedOr404 } from './published-or-404.ts';
import { FrameworkDto, FrameworkVersionParam, IdParam, ReasonDto } from './framework.dto.ts';

@Controller('frameworks')
export class FrameworksController {
  constructor(private readonly desk: Desk) {}

  @Get()
  @SignedIn()
  async list(): Promise<{ items: FrameworkSummary[]; total: number }> {
    const items = await this.desk.frameworks.list();
    return { items, total: items.length };
  }

  /** Begins a framework as a draft. */
  @Post()
  @Permission('frameworks.edit')
  async create(
    @Body() body: FrameworkDto,
    @Caller() caller: CallerIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftView> {
    return tagged(reply, await createDraft(this.desk, caller, body));
  }

  @Get(':id/draft')
  @Permission('frameworks.edit', 'frameworks.publish')
  async draft(
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftView> {
    return tagged(reply, await readDraft(this.desk, id));
  }

  @Put(':id/draft')
  @Permission('frameworks.edit')
  async save(
    @Param() { id }: IdParam,
    @Body() document: FrameworkDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftView> {
    const saved = await saveDraft(this.desk, caller, { frameworkId: id, document, ifMatch });
    return tagged(reply, saved);
  }

  /** Takes the draft away: the next one begins from what is published. */
  @Post(':id/draft/discard')
  @HttpCode(204)
  @Permission('frameworks.edit')
  discard(
    @Param() { id }: IdParam,
    @Body() { reason }: ReasonDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
  ): Promise<void> {
    return discardDraft(this.desk, caller, { frameworkId: id, reason, ifMatch });
  }

  /** Freezes the draft as the next version. Who edited it does not publish it. */
  @Post(':id/publish')
  @HttpCode(200)
  @Permission('frameworks.publish')
  publish(
    @Param() { id }: IdParam,
    @Body() { reason }: ReasonDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
  ): Promise<PublishedFramework> {
    return publishFramework(this.desk, caller, { frameworkId: id, reason, ifMatch });
  }

  @Get(':id/versions/:version')
  @SignedIn()
  version(@Param() { id, version }: FrameworkVersionParam): Promise<PublishedFramework> {
    return publishedOr404(this.desk.frameworks, id, version);
  }
}

function tagged(reply: FastifyReply, draft: DraftView): DraftView {
  void reply.header('etag', draft.etag);
  return draft;
}
