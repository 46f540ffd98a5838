import { Module } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { CONFIG } from './config.ts';
import type { GatewayConfig } from './config.ts';
import { AuthController } from './http/auth.controller.ts';
import { HealthController } from './http/health.controller.ts';
import { Issuer } from './session/issuer.ts';
import { SessionCookies } from './session/session-cookie.ts';
import { Sessions } from './session/sessions.ts';

/** The only wiring. */
export function gatewayModule(config: GatewayConfig): Type<unknown> {
  @Module({
    controllers: [AuthController, HealthController],
    providers: [
      { provide: CONFIG, useValue: config },
      { provide: Issuer, useFactory: () => new Issuer(config) },
      {
        provide: SessionCookies,
        useFactory: () => new SessionCookies(config.sessionKey, config.publicOrigin),
      },
      {
        provide: Sessions,
        inject: [Issuer, SessionCookies],
        useFactory: (issuer: Issuer, cookies: SessionCookies) => new Sessions(issuer, cookies),
      },
    ],
  })
  class GatewayModule {}
  return GatewayModule;
}
