import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, legalDate } from '#libs/service-kit';
import { CertificatesConfig } from './config.ts';
import type { IssuingBody } from './domain/certificate/credential-draft.ts';
import type { LegalDate } from './domain/words.ts';
import { LogWriter } from './publishing/log-writer.ts';
import { SigningKeys } from './publishing/signing-keys.ts';
import { StatusLists } from './publishing/status-lists.ts';

/** What every use case works with: the database, the time, the keys, and what is published. */
@Injectable()
export class Desk {
  constructor(
    readonly database: DataSource,
    private readonly clock: Clock,
    readonly config: CertificatesConfig,
    readonly keys: SigningKeys,
    readonly statusLists: StatusLists,
    readonly log: LogWriter,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  today(): LegalDate {
    return legalDate(this.now(), this.config.zone);
  }

  get body(): IssuingBody {
    const { bodyName, publicOrigin, zone } = this.config;
    return { did: this.keys.did, name: bodyName, publicOrigin, zone };
  }
}
