import { Body, Controller, Get, Patch } from '@nestjs/common';
import { Caller, Problem, SignedIn } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Locale } from '../domain/account.ts';
import { accountById, accountToChange, saveAccount } from '../store/accounts.ts';
import { Database } from '../store/database.ts';
import { LocaleDto } from './account.dto.ts';

class Me {
  account!: string;
  person!: string | null;
  agency!: string | null;
  permissions!: string[];
  displayName!: string | null;
  locale!: Locale | null;
}

@Controller('me')
export class MeController {
  constructor(private readonly database: Database) {}

  /** Who is signed in; `permissions` are those of the token that asks. */
  @Get()
  @SignedIn()
  async me(@Caller() caller: CallerIdentity): Promise<Me> {
    const account =
      caller.kind === 'account' ? await accountById(this.database.manager, caller.account) : null;
    const { person, agency, permissions } = caller;
    return {
      account: caller.account,
      person,
      agency,
      permissions: [...permissions],
      displayName: account?.displayName ?? null,
      locale: account?.locale ?? null,
    };
  }

  @Patch()
  @SignedIn()
  async change(@Body() body: LocaleDto, @Caller() caller: CallerIdentity): Promise<Me> {
    if (caller.kind === 'client') throw new Problem('forbidden');
    await this.database.transaction(async (tx) => {
      const account = await accountToChange(tx, caller.account);
      if (!account) throw new Problem('not-found');
      await saveAccount(tx, { ...account, locale: body.locale });
    });
    return this.me(caller);
  }
}
