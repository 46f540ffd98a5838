import { Module } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { KitModule } from '#libs/service-kit';
import { MessagingModule, messagingMigrations } from '#libs/messaging';
import { Settings } from './config.ts';
import type { ExamDeliveryConfig } from './config.ts';
import { CopiesController } from './events/copies.controller.ts';
import { AttemptTokenGuard } from './http/attempt-access.ts';
import { AttemptController } from './http/attempt.controller.ts';
import { CandidateController } from './http/candidate.controller.ts';
import { CasesController } from './http/cases.controller.ts';
import { ExamsController } from './http/exams.controller.ts';
import { PublicController } from './http/public.controller.ts';
import { ResultsController } from './http/results.controller.ts';
import { SittingsController } from './http/sittings.controller.ts';
import { attemptTable, decisionTable } from './store/attempt.table.ts';
import {
  affiliationCopyTable,
  agencyCopyTable,
  formCopyTable,
  formItemCopyTable,
  frameworkCopyTable,
} from './store/copies.table.ts';
import { ExamLists } from './store/exam-lists.ts';
import { enrolmentTable, examTable, sittingTable } from './store/exam.table.ts';
import { FormShelf } from './store/form-shelf.ts';
import { JournalPool } from './store/journal-pool.ts';
import { JournalWriter } from './store/journal-writer.ts';
import { ExamDeliveryTables1764000000100 } from './store/migrations/exam-delivery-tables.ts';
import { HandsOfItems1764000000103 } from './store/migrations/hands-of-items.ts';
import { LinesOfSitting1764000000101 } from './store/migrations/lines-of-sitting.ts';
import { TitlesOfSittings1764000000102 } from './store/migrations/titles-of-sittings.ts';
import { SittingLists } from './store/sitting-lists.ts';
import { ActOnResult } from './use-cases/act-on-result.ts';
import { CandidateExams } from './use-cases/candidate-exams.ts';
import { CaseFile } from './use-cases/case-file.ts';
import { CloseCase } from './use-cases/close-case.ts';
import { DecideAttempt } from './use-cases/decide-attempt.ts';
import { EndAttempt } from './use-cases/end-attempt.ts';
import { EnrolCandidates } from './use-cases/enrol-candidates.ts';
import { FetchPackage } from './use-cases/fetch-package.ts';
import { ReadAttempt } from './use-cases/read-attempt.ts';
import { SaveEntries } from './use-cases/save-entries.ts';
import { ScheduleSitting } from './use-cases/schedule-sitting.ts';
import { ScoringAnnex } from './use-cases/scoring-annex.ts';
import { StartAttempt } from './use-cases/start-attempt.ts';
import { SweepAttempts } from './use-cases/sweep-attempts.ts';
import { WriteExam } from './use-cases/write-exam.ts';

const tables = [
  affiliationCopyTable,
  agencyCopyTable,
  attemptTable,
  decisionTable,
  enrolmentTable,
  examTable,
  formCopyTable,
  formItemCopyTable,
  frameworkCopyTable,
  sittingTable,
];

/** The only wiring. */
export function examDeliveryModule(config: ExamDeliveryConfig): Type<unknown> {
  @Module({
    imports: [
      KitModule.forRoot({
        config,
        tables,
        migrations: [
          ...messagingMigrations,
          ExamDeliveryTables1764000000100,
          LinesOfSitting1764000000101,
          TitlesOfSittings1764000000102,
          HandsOfItems1764000000103,
        ],
      }),
      MessagingModule.forRoot({
        service: 'exam-delivery',
        brokers: config.kafkaBrokers,
        topicPrefix: config.topicPrefix,
      }),
    ],
    controllers: [
      AttemptController,
      CandidateController,
      CasesController,
      CopiesController,
      ExamsController,
      PublicController,
      ResultsController,
      SittingsController,
    ],
    providers: [
      { provide: Settings, useValue: new Settings(config) },
      { provide: JournalPool, useFactory: () => new JournalPool(config) },
      {
        provide: JournalWriter,
        inject: [JournalPool],
        useFactory: ({ pool }: JournalPool) => new JournalWriter(pool, config.journalConnections),
      },
      ActOnResult,
      AttemptTokenGuard,
      CandidateExams,
      CaseFile,
      CloseCase,
      DecideAttempt,
      EndAttempt,
      EnrolCandidates,
      ExamLists,
      FetchPackage,
      FormShelf,
      ReadAttempt,
      SaveEntries,
      ScheduleSitting,
      ScoringAnnex,
      SittingLists,
      StartAttempt,
      SweepAttempts,
      WriteExam,
    ],
  })
  class ExamDeliveryModule {}
  return ExamDeliveryModule;
}
