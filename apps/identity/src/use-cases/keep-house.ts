import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Clock, log } from '#libs/service-kit';
import { CONFIG } from '../config.ts';
import type { IdentityConfig } from '../config.ts';
import { Database } from '../store/database.ts';
import { sweepExpired } from '../store/oidc-records.ts';
import { makeFirstAdministrator } from './make-first-administrator.ts';

const SWEEP_EVERY_MS = 10 * 60_000;

/** Makes the first account at start, and takes away what has expired from then on. */
@Injectable()
export class KeepHouse implements OnApplicationBootstrap, OnModuleDestroy {
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: IdentityConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { adminPassword: password, production } = this.config;
    await this.database.act((tx) =>
      makeFirstAdministrator(tx, { password, production, at: this.clock.now() }),
    );
    this.sweeping = setInterval(() => void this.sweep(), SWEEP_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweeping);
  }

  private async sweep(): Promise<void> {
    try {
      // Tokens live by the machine's clock, not by the one that tests shift.
      await sweepExpired(this.database.manager, new Date());
    } catch (err) {
      log.warn({ err }, 'expired sign-ins were not swept');
    }
  }
}
