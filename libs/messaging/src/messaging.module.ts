import { type DynamicModule, type INestApplication, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DeadLetters } from './operating/dead-letters.ts';
import { Messaging, type MessagingOptions } from './messaging.ts';

/** Needs a TypeORM `DataSource` that can be injected, with `messagingMigrations` among its migrations. */
export class MessagingModule {
  static forRoot(options: MessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [
        {
          provide: Messaging,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new Messaging(dataSource, options),
        },
        {
          provide: DeadLetters,
          inject: [Messaging],
          useFactory: (messaging: Messaging) => messaging.deadLetters,
        },
      ],
      exports: [Messaging, DeadLetters],
    };
  }
}
Module({})(MessagingModule);

/** Registers the handlers and begins to read, after the application's own start. */
export const connectMessaging = async (app: INestApplication): Promise<void> => {
  await app.init();
  app.connectMicroservice({ strategy: app.get(Messaging).transport });
  await app.startAllMicroservices();
};
