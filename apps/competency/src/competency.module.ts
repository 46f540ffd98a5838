import { Module } from '@nestjs/common';
import { MessagingModule, messagingMigrations } from '#libs/messaging';
import { KitModule } from '#libs/service-kit';
import { CompetencyConfig } from './config.ts';
import type { CompetencySettings } from './config.ts';
import { Desk } from './desk.ts';
import { OnResult } from './events/on-result.ts';
import { AgenciesController } from './http/agencies.controller.ts';
import { AttainmentsController } from './http/attainments.controller.ts';
import { FrameworksController } from './http/frameworks.controller.ts';
import { MeController } from './http/me.controller.ts';
import { NationalController } from './http/national.controller.ts';
import { PractitionersController } from './http/practitioners.controller.ts';
import { PublicFrameworksController } from './http/public-frameworks.controller.ts';
import { AgencyTable, RegionTable } from './store/agency.table.ts';
import { AttainmentTable } from './store/attainment.table.ts';
import { FrameworkTable, FrameworkVersionTable } from './store/framework.table.ts';
import { Frameworks } from './store/frameworks.ts';
import { migrations } from './store/migrations.ts';
import { AffiliationTable, PractitionerTable } from './store/practitioner.table.ts';
import { National } from './use-cases/national.ts';

export function competencyModule(config: CompetencySettings) {
  @Module({
    imports: [
      KitModule.forRoot({
        config,
        tables: [
          FrameworkTable,
          FrameworkVersionTable,
          RegionTable,
          AgencyTable,
          PractitionerTable,
          AffiliationTable,
          AttainmentTable,
        ],
        migrations: [...messagingMigrations, ...migrations],
      }),
      MessagingModule.forRoot({
        service: config.service,
        brokers: config.kafkaBrokers,
        topicPrefix: config.topicPrefix,
      }),
    ],
    controllers: [
      FrameworksController,
      PublicFrameworksController,
      AgenciesController,
      PractitionersController,
      MeController,
      AttainmentsController,
      NationalController,
      OnResult,
    ],
    providers: [{ provide: CompetencyConfig, useValue: config }, Desk, Frameworks, National],
  })
  class CompetencyModule {}
  return CompetencyModule;
}
