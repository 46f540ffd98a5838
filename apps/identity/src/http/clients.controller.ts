import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Caller, PageQuery, Permission, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Database } from '../store/database.ts';
import { listClients } from '../store/registry-clients.ts';
import { ManageClients } from '../use-cases/manage-clients.ts';
import { ReasonDto } from './account.dto.ts';
import { clientView, ClientView, NewClientDto } from './clients.dto.ts';

@Controller('clients')
export class ClientsController {
  constructor(
    private readonly database: Database,
    private readonly manage: ManageClients,
  ) {}

  @Get()
  @Permission('accounts.manage')
  async list(
    @Query() query: PageQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<{ items: ClientView[]; total: number }> {
    const agencies = visibleAgencies(caller);
    const { items, total } = await listClients(this.database.manager, agencies, query);
    return { items: items.map(clientView), total };
  }

  /** Answers the secret: it is shown this once. */
  @Post()
  @Permission('accounts.manage')
  async register(
    @Body() body: NewClientDto,
    @Caller() caller: CallerIdentity,
  ): Promise<ClientView & { clientSecret: string }> {
    const { client, clientSecret } = await this.manage.register(caller, body);
    return { ...clientView(client), clientSecret };
  }

  @Post(':id/lock')
  @HttpCode(200)
  @Permission('accounts.manage')
  async lock(
    @Param('id') id: string,
    @Body() body: ReasonDto,
    @Caller() caller: CallerIdentity,
  ): Promise<ClientView> {
    return clientView(await this.manage.lock(caller, id, body.reason));
  }

  @Post(':id/unlock')
  @HttpCode(200)
  @Permission('accounts.manage')
  async unlock(
    @Param('id') id: string,
    @Body() body: ReasonDto,
    @Caller() caller: CallerIdentity,
  ): Promise<ClientView> {
    return clientView(await this.manage.unlock(caller, id, body.reason));
  }

  /** Answers a new secret, shown this once; the former one is of no use from now on. */
  @Post(':id/rotate')
  @HttpCode(200)
  @Permission('accounts.manage')
  async rotate(
    @Param('id') id: string,
    @Body() body: ReasonDto,
    @Caller() caller: CallerIdentity,
  ): Promise<ClientView & { clientSecret: string }> {
    const { client, clientSecret } = await this.manage.rotate(caller, id, body.reason);
    return { ...clientView(client), clientSecret };
  }
}
