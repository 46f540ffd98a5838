import { Body, Controller, Get, Post } from '@nestjs/common';
import type { HistoricKey } from '#libs/credentials';
import { Caller, Permission } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { ReplaceSigningKey } from '../use-cases/replace-signing-key.ts';
import { ReplaceKeyDto } from './signing-key.dto.ts';

type Keys = { items: HistoricKey[]; total: number };

/** The keys by which certificates are signed, the former ones with their end; no private key leaves. */
@Controller('signing-keys')
export class SigningKeysController {
  constructor(private readonly keys: ReplaceSigningKey) {}

  @Get()
  @Permission('keys.replace')
  async list(@Caller() caller: CallerIdentity): Promise<Keys> {
    return listOf(await this.keys.list(caller));
  }

  /**
   * A new key signs from now on. `replaces` is the key in use, so that nobody replaces twice. With
   * `compromisedFrom` only what was in the log before that moment stays good.
   */
  @Post()
  @Permission('keys.replace')
  async replace(@Body() body: ReplaceKeyDto, @Caller() caller: CallerIdentity): Promise<Keys> {
    return listOf(await this.keys.replace(caller, body));
  }
}

const listOf = (items: HistoricKey[]): Keys => ({ items, total: items.length });
