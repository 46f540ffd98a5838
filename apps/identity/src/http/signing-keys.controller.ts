import { Body, Controller, Get, Post } from '@nestjs/common';
import { Caller, Permission } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { RotateSigningKey } from '../use-cases/rotate-signing-key.ts';
import type { SigningKey } from '../use-cases/rotate-signing-key.ts';
import { ReasonDto } from './account.dto.ts';

/** The keys of the access tokens, by id; the keys themselves are public at /oidc/jwks, or secret. */
@Controller('signing-keys')
export class SigningKeysController {
  constructor(private readonly keys: RotateSigningKey) {}

  @Get()
  @Permission('accounts.manage')
  async list(@Caller() caller: CallerIdentity): Promise<{ items: SigningKey[]; total: number }> {
    const items = await this.keys.list(caller);
    return { items, total: items.length };
  }

  /** Adds a new one, which signs in a minute; the old one stays published until its tokens have ended. */
  @Post()
  @Permission('accounts.manage')
  async rotate(
    @Body() { reason }: ReasonDto,
    @Caller() caller: CallerIdentity,
  ): Promise<{ items: SigningKey[]; total: number }> {
    const items = await this.keys.rotate(caller, reason);
    return { items, total: items.length };
  }
}
