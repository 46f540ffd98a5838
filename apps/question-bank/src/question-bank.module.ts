import { Module, type Type } from '@nestjs/common';
import { MessagingModule, messagingMigrations } from '#libs/messaging';
import { KitModule } from '#libs/service-kit';
import { Settings, type QuestionBankConfig } from './config.ts';
import { OnFrameworkPublished } from './events/on-framework-published.ts';
import { BlueprintsController } from './http/blueprints.controller.ts';
import { FormsController } from './http/forms.controller.ts';
import { ItemsController } from './http/items.controller.ts';
import { PublishedStays1764000000011, QuestionBank1764000000010 } from './store/migrations.ts';
import { BlueprintTable, FormTable, FrameworkCopyTable, ItemVersionTable } from './store/tables.ts';
import { AssembleForms } from './use-cases/assemble-forms.ts';
import { DecideItems } from './use-cases/decide-items.ts';
import { PlanBlueprints } from './use-cases/plan-blueprints.ts';
import { ReadForms } from './use-cases/read-forms.ts';
import { ReadItems } from './use-cases/read-items.ts';
import { WriteItems } from './use-cases/write-items.ts';

/** The only wiring. */
export function questionBankModule(config: QuestionBankConfig): Type<unknown> {
  @Module({
    imports: [
      KitModule.forRoot({
        config,
        tables: [ItemVersionTable, BlueprintTable, FormTable, FrameworkCopyTable],
        migrations: [
          ...messagingMigrations,
          QuestionBank1764000000010,
          PublishedStays1764000000011,
        ],
      }),
      MessagingModule.forRoot({
        service: 'question-bank',
        brokers: config.kafkaBrokers,
        topicPrefix: config.topicPrefix,
      }),
    ],
    controllers: [ItemsController, BlueprintsController, FormsController, OnFrameworkPublished],
    providers: [
      { provide: Settings, useValue: config },
      WriteItems,
      DecideItems,
      ReadItems,
      PlanBlueprints,
      AssembleForms,
      ReadForms,
    ],
  })
  class QuestionBankModule {}
  return QuestionBankModule;
}
