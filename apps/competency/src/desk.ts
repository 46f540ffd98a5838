import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, legalDate } from '#libs/service-kit';
import type { LegalDate } from '#libs/service-kit';
import { CompetencyConfig } from './config.ts';
import { Frameworks } from './store/frameworks.ts';

/** What every use case works with: the database, the frameworks, the time, the settings. */
@Injectable()
export class Desk {
  constructor(
    readonly database: DataSource,
    private readonly clock: Clock,
    readonly config: CompetencyConfig,
    readonly frameworks: Frameworks,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  legalDateOf(at: Date): LegalDate {
    return legalDate(at, this.config.zone);
  }

  today(): LegalDate {
    return this.legalDateOf(this.now());
  }
}
