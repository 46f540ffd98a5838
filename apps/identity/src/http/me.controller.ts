import { Body, Controller, Get, HttpCode, Patch, Post, Req } from '@nestjs/common';
import { decodeJwt } from 'jose';
import type { FastifyRequest } from 'fastify';
import { Caller, Problem, SignedIn } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Locale } from '../domain/account.ts';
import { accountById, accountToChange, saveAccount } from '../store/accounts.ts';
import { SHORTEST_PASSWORD } from '../domain/password.ts';
import { Database } from '../store/database.ts';
import { ChangePassword } from '../use-cases/change-password.ts';
import { LocaleDto, PasswordChangeDto } from './account.dto.ts';
import { clientAddress } from './client-address.ts';

class Me {
  account!: string;
  person!: string | null;
  agency!: string | null;
  permissions!: string[];
  displayName!: string | null;
  locale!: Locale | null;
  shortestPassword!: number;
}

@Controller('me')
export class MeController {
  constructor(
    private readonly database: Database,
    private readonly passwords: ChangePassword,
  ) {}

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
      shortestPassword: SHORTEST_PASSWORD,
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

  /** Asks for the current password. This sign-in stays; every other one of the account ends. */
  @Post('password')
  @HttpCode(204)
  @SignedIn()
  async changePassword(
    @Body() { currentPassword, newPassword }: PasswordChangeDto,
    @Caller() caller: CallerIdentity,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    if (caller.kind === 'client') throw new Problem('forbidden');
    const answer = await this.passwords.change(caller, {
      currentPassword,
      newPassword,
      address: clientAddress(request),
      signIn: signInOf(request),
    });
    switch (answer.outcome) {
      case 'changed':
        return;
      case 'no-account':
        throw new Problem('unauthenticated');
      case 'throttled':
        throw new Problem('too-many-requests', {
          reason: 'throttled',
          detail: 'Too many tries. Wait, then try again.',
          retryAfter: answer.retryAfter,
        });
      case 'refused': {
        const field = answer.reason === 'wrong-password' ? 'currentPassword' : 'newPassword';
        throw new Problem('unprocessable', {
          reason: answer.reason,
          detail:
            field === 'currentPassword'
              ? 'This is not the current password.'
              : 'This password cannot be used.',
          errors: [{ field, message: answer.reason }],
        });
      }
    }
  }
}

/** The guard has checked the token; this claim is for identity alone. */
function signInOf(request: FastifyRequest): string | null {
  const [, token = ''] = (request.headers.authorization ?? '').split(' ');
  const claim = decodeJwt(token)['sign_in'];
  return typeof claim === 'string' ? claim : null;
}
