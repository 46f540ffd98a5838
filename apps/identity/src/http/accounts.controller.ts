import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Caller, etag, Permission, Problem, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { accountById, searchAccounts } from '../store/accounts.ts';
import { Database } from '../store/database.ts';
import { ManageAccounts } from '../use-cases/manage-accounts.ts';
import type { Account } from '../domain/account.ts';
import {
  AccountChangeDto,
  AccountQuery,
  accountView,
  AccountView,
  NewAccountDto,
  ReasonDto,
} from './account.dto.ts';

@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly database: Database,
    private readonly manage: ManageAccounts,
  ) {}

  /** Accounts of the caller's agency, or all for a national caller. */
  @Get()
  @Permission('accounts.manage')
  async list(
    @Query() query: AccountQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<{ items: AccountView[]; total: number }> {
    const { items, total } = await searchAccounts(this.database.manager, {
      agencies: visibleAgencies(caller),
      search: query.search,
      limit: query.limit,
      offset: query.offset,
    });
    return { items: items.map(accountView), total };
  }

  @Get(':id')
  @Permission('accounts.manage')
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: CallerIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountView> {
    const account = await accountById(this.database.manager, id);
    const visible = visibleAgencies(caller);
    if (!account || (visible !== 'all' && !visible.includes(account.agency ?? ''))) {
      throw new Problem('not-found');
    }
    return answer(account, reply);
  }

  /** Answers the one-time password: it is shown this once. */
  @Post()
  @Permission('accounts.manage')
  async create(
    @Body() body: NewAccountDto,
    @Caller() caller: CallerIdentity,
  ): Promise<{ account: AccountView; oneTimePassword: string }> {
    const { account, oneTimePassword } = await this.manage.create(caller, body);
    return { account: accountView(account), oneTimePassword };
  }

  @Patch(':id')
  @Permission('accounts.manage')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AccountChangeDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountView> {
    return answer(await this.manage.change(caller, id, body, ifMatch), reply);
  }

  /** Ends every sign-in of the account; identity refuses it at once, other services within five minutes. */
  @Post(':id/lock')
  @HttpCode(200)
  @Permission('accounts.manage')
  async lock(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Caller() caller: CallerIdentity,
  ): Promise<AccountView> {
    return accountView(await this.manage.lock(caller, id, body.reason));
  }

  @Post(':id/unlock')
  @HttpCode(200)
  @Permission('accounts.manage')
  async unlock(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Caller() caller: CallerIdentity,
  ): Promise<AccountView> {
    return accountView(await this.manage.unlock(caller, id, body.reason));
  }

  /** Answers a one-time password: it is shown this once, and serves for seven days. */
  @Post(':id/reset-password')
  @HttpCode(200)
  @Permission('accounts.manage')
  resetPassword(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Caller() caller: CallerIdentity,
  ): Promise<{ oneTimePassword: string }> {
    return this.manage.resetPassword(caller, id, body.reason);
  }
}

function answer(account: Account, reply: FastifyReply): AccountView {
  void reply.header('etag', etag(account.version));
  return accountView(account);
}
