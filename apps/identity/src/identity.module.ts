import { Module } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { KitModule } from '#libs/service-kit';
import { MessagingModule, messagingMigrations } from '#libs/messaging';
import { CONFIG } from './config.ts';
import type { IdentityConfig } from './config.ts';
import { AccountsController } from './http/accounts.controller.ts';
import { ClientsController } from './http/clients.controller.ts';
import { InteractionController } from './http/interaction.controller.ts';
import { MeController } from './http/me.controller.ts';
import { RefuseLocked } from './http/refuse-locked.ts';
import { SigningKeysController } from './http/signing-keys.controller.ts';
import { Interactions } from './oidc/interactions.ts';
import { providerFactory } from './oidc/provider-factory.ts';
import { ProviderMount } from './oidc/provider-mount.ts';
import { Database } from './store/database.ts';
import { Accounts1795500000001, SignIn1795500000002 } from './store/migrations.ts';
import { AccountTable, RegistryClientTable } from './store/tables.ts';
import { ChangePassword } from './use-cases/change-password.ts';
import { ChoosePassword } from './use-cases/choose-password.ts';
import { KeepHouse } from './use-cases/keep-house.ts';
import { ManageAccounts } from './use-cases/manage-accounts.ts';
import { ManageClients } from './use-cases/manage-clients.ts';
import { RotateSigningKey } from './use-cases/rotate-signing-key.ts';
import { SignIn } from './use-cases/sign-in.ts';

/** The only wiring. */
export function identityModule(config: IdentityConfig): Type<unknown> {
  @Module({
    imports: [
      KitModule.forRoot({
        config,
        tables: [AccountTable, RegistryClientTable],
        migrations: [...messagingMigrations, Accounts1795500000001, SignIn1795500000002],
      }),
      MessagingModule.forRoot({
        service: 'identity',
        brokers: config.kafkaBrokers,
        topicPrefix: config.topicPrefix,
      }),
    ],
    controllers: [
      AccountsController,
      ClientsController,
      InteractionController,
      MeController,
      SigningKeysController,
    ],
    providers: [
      { provide: CONFIG, useValue: config },
      Database,
      providerFactory,
      ProviderMount,
      Interactions,
      SignIn,
      ChoosePassword,
      ChangePassword,
      { provide: APP_INTERCEPTOR, useClass: RefuseLocked },
      ManageAccounts,
      ManageClients,
      KeepHouse,
      RotateSigningKey,
    ],
  })
  class IdentityModule {}
  return IdentityModule;
}
