import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { log } from '#libs/service-kit';
import { Settings } from '../config.ts';
import { DecideAttempt } from './decide-attempt.ts';
import { EndAttempt } from './end-attempt.ts';

/** Closes what is over and decides what has ended, again and again; several instances may do so at once. */
@Injectable()
export class SweepAttempts implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private sweeping: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly ender: EndAttempt,
    private readonly decider: DecideAttempt,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.plan();
  }

  /** Only stops the clock: a sweep under way ends before the database closes, which is later. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.sweeping;
  }

  private plan(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep().finally(() => this.plan());
    }, this.settings.sweepMs);
  }

  async sweep(): Promise<void> {
    try {
      await this.ender.closeOverdue();
      await this.decider.decideAll();
    } catch (error) {
      log.error({ err: error }, 'the sweep of attempts failed');
    }
  }
}
