import { Module } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MessagingModule, messagingMigrations } from '#libs/messaging';
import { Clock, KitModule } from '#libs/service-kit';
import { CertificatesConfig } from './config.ts';
import type { CertificatesSettings } from './config.ts';
import { Desk } from './desk.ts';
import { OnAttainment } from './events/on-attainment.ts';
import { OnFramework } from './events/on-framework.ts';
import { OnPractitioner } from './events/on-practitioner.ts';
import { CertificatesController } from './http/certificates.controller.ts';
import { SchemesController } from './http/schemes.controller.ts';
import { SigningKeysController } from './http/signing-keys.controller.ts';
import { VerifyController } from './http/verify.controller.ts';
import { LogWriter } from './publishing/log-writer.ts';
import { loadSigningKeys, SigningKeys } from './publishing/signing-keys.ts';
import { StatusLists } from './publishing/status-lists.ts';
import { migrations } from './store/migrations.ts';
import { ChangeCertificate } from './use-cases/change-certificate.ts';
import { CompileCaseFile } from './use-cases/compile-case-file.ts';
import { DecideWhenDue } from './use-cases/decide-when-due.ts';
import { HandOutCertificate } from './use-cases/hand-out-certificate.ts';
import { IssueByPerson } from './use-cases/issue-by-person.ts';
import { ListReady } from './use-cases/list-ready.ts';
import { LookUpCode } from './use-cases/look-up-code.ts';
import { ManageSchemes } from './use-cases/manage-schemes.ts';
import { PublicFiles } from './use-cases/public-files.ts';
import { ReadCertificates } from './use-cases/read-certificates.ts';
import { ReadSchemes } from './use-cases/read-schemes.ts';
import { ReplaceSigningKey } from './use-cases/replace-signing-key.ts';
import { TrustFile } from './use-cases/trust-file.ts';
import { VerifyCertificate } from './use-cases/verify-certificate.ts';
import { VerifyMany } from './use-cases/verify-many.ts';

/** The only wiring. */
export function certificatesModule(config: CertificatesSettings): Type<unknown> {
  @Module({
    imports: [
      KitModule.forRoot({
        config,
        tables: [],
        migrations: [...messagingMigrations, ...migrations],
      }),
      MessagingModule.forRoot({
        service: config.service,
        brokers: config.kafkaBrokers,
        topicPrefix: config.topicPrefix,
      }),
    ],
    controllers: [
      SchemesController,
      VerifyController,
      CertificatesController,
      SigningKeysController,
      OnFramework,
      OnPractitioner,
      OnAttainment,
    ],
    providers: [
      { provide: CertificatesConfig, useValue: config },
      {
        provide: SigningKeys,
        inject: [DataSource, Clock],
        useFactory: (database: DataSource, clock: Clock) =>
          loadSigningKeys(database, config, clock.now()),
      },
      LogWriter,
      StatusLists,
      Desk,
      DecideWhenDue,
      ReadSchemes,
      ManageSchemes,
      ReadCertificates,
      HandOutCertificate,
      IssueByPerson,
      ListReady,
      ChangeCertificate,
      CompileCaseFile,
      VerifyCertificate,
      VerifyMany,
      LookUpCode,
      TrustFile,
      ReplaceSigningKey,
      PublicFiles,
    ],
  })
  class CertificatesModule {}
  return CertificatesModule;
}
