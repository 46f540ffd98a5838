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
import { Caller, etag, PageQuery, Permission, Problem, Public } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { publicScheme } from '../domain/scheme/scheme.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { ListReady } from '../use-cases/list-ready.ts';
import type { Ready } from '../use-cases/list-ready.ts';
import { ManageSchemes } from '../use-cases/manage-schemes.ts';
import { ReadSchemes } from '../use-cases/read-schemes.ts';
import type { Publication } from '../use-cases/read-schemes.ts';
import { ReasonDto } from './certificate.dto.ts';
import { schemeBody, SchemeDto } from './scheme.dto.ts';

@Controller()
export class SchemesController {
  constructor(
    private readonly schemes: ReadSchemes,
    private readonly manage: ManageSchemes,
    private readonly listReady: ListReady,
  ) {}

  /** The newest version of each scheme, drafts included. */
  @Get('schemes')
  @Permission('schemes.edit', 'schemes.publish', 'certificates.read', 'certificates.issue')
  list(@Query() page: PageQuery): Promise<{ items: Scheme[]; total: number }> {
    return this.schemes.list(page);
  }

  /** The draft, else the newest published version; its ETag is what an edit matches. */
  @Get('schemes/:id')
  @Permission('schemes.edit', 'schemes.publish', 'certificates.read', 'certificates.issue')
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Scheme> {
    return tagged(await this.schemes.newest(id), reply);
  }

  /** All of its versions, the newest first. */
  @Get('schemes/:id/versions')
  @Permission('schemes.edit', 'schemes.publish', 'certificates.read', 'certificates.issue')
  versions(@Param('id', ParseUUIDPipe) id: string): Promise<{ items: Scheme[]; total: number }> {
    return this.schemes.versions(id);
  }

  /** What the draft's publication would bring about today: how many are certified, how many keep what they hold. */
  @Get('schemes/:id/publication')
  @Permission('schemes.edit', 'schemes.publish')
  publication(
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: CallerIdentity,
  ): Promise<Publication> {
    return this.schemes.publication(caller, id);
  }

  /** Of the caller's agency's people, or of all for a national caller: to whom he may issue today. */
  @Get('schemes/:id/ready')
  @Permission('certificates.issue')
  ready(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { limit, offset }: PageQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<{ items: Ready[]; total: number }> {
    return this.listReady.of(caller, id, { limit, offset });
  }

  /** Begins a draft. */
  @Post('schemes')
  @Permission('schemes.edit')
  async create(
    @Body() body: SchemeDto,
    @Caller() caller: CallerIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Scheme> {
    return tagged(await this.manage.create(caller, schemeBody(body)), reply);
  }

  /** Changes the draft; of a published scheme, begins the draft of the next version. */
  @Put('schemes/:id')
  @Permission('schemes.edit')
  async edit(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SchemeDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Scheme> {
    return tagged(await this.manage.edit(caller, id, schemeBody(body), ifMatch), reply);
  }

  /**
   * Publishes the draft, never by one of its editors; who fulfils it already is certified in a moment. With If-Match only the
   * draft that was read.
   */
  @Post('schemes/:id/publish')
  @HttpCode(200)
  @Permission('schemes.publish')
  publish(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
  ): Promise<Scheme> {
    return this.manage.publish(caller, id, body.reason, ifMatch);
  }

  /** A published scheme version: what certificates point to. */
  @Get('public/schemes/:id/:version')
  @Public('a certificate names its scheme, and anyone may read what that asked for')
  async published(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<ReturnType<typeof publicScheme>> {
    const scheme = await this.schemes.version(id, version);
    if (scheme.state !== 'published') throw new Problem('not-found');
    return publicScheme(scheme);
  }
}

function tagged(scheme: Scheme, reply: FastifyReply): Scheme {
  void reply.header('etag', etag(scheme.revision));
  return scheme;
}
