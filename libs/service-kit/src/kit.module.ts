import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import { AccessGuard } from './access-guard.ts';
import { AccessTokens } from './access-tokens.ts';
import { AuditController } from './audit.controller.ts';
import { AuditTrail } from './audit-trail.ts';
import { Clock, ShiftableClock } from './clock.ts';
import { DeadLettersController } from './dead-letters.controller.ts';
import { openDatabase } from './database.ts';
import type { BaseConfig } from './environment.ts';
import { HealthController } from './health.controller.ts';
import { Readiness } from './readiness.ts';

export interface KitSpec {
  readonly config: BaseConfig;
  readonly tables: readonly EntitySchema[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly poolSize?: number;
}

/** Database, clock, access, audit and health of one service. */
@Module({})
export class KitModule implements OnApplicationShutdown {
  constructor(private readonly database: DataSource) {}

  static forRoot(spec: KitSpec): DynamicModule {
    const { config } = spec;
    return {
      module: KitModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [HealthController, AuditController, DeadLettersController],
      providers: [
        {
          provide: DataSource,
          useFactory: () =>
            openDatabase({
              url: config.databaseUrl,
              service: config.service,
              tables: spec.tables,
              migrations: spec.migrations,
              ...(spec.poolSize === undefined ? {} : { poolSize: spec.poolSize }),
            }),
        },
        { provide: Clock, useClass: ShiftableClock },
        { provide: AccessTokens, useFactory: () => new AccessTokens(config) },
        { provide: APP_GUARD, useClass: AccessGuard },
        AuditTrail,
        Readiness,
      ],
      exports: [DataSource, Clock, AccessTokens, AuditTrail, Readiness],
    };
  }

  // Not onModuleDestroy: that runs while handlers are still in flight.
  async onApplicationShutdown(): Promise<void> {
    if (this.database.isInitialized) await this.database.destroy();
  }
}
