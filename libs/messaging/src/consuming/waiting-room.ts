// Looks again and again for parked events whose time has come; woken when a reference arrives.
import { Logger } from '@nestjs/common';
import { Signal } from '../signal.ts';
import { dueLanes } from './lanes.ts';
import { resumeLane } from './resume.ts';
import type { Taking } from './take.ts';

export const overdueAfterMs = 10 * 60_000;

const overdue = `
select count(*)::int as count from parked_event
where reference_type is not null and parked_at < $1`;

export class WaitingRoom {
  private readonly logger = new Logger('WaitingRoom');
  private readonly signal = new Signal();
  private readonly taking: Taking;
  private readonly pollMs: number;
  private stopping = false;
  private running: Promise<void> | null = null;
  private alarmed = 0;

  constructor(taking: Taking, pollMs: number) {
    this.taking = taking;
    this.pollMs = pollMs;
  }

  start(): void {
    this.running ??= this.work();
  }

  wake(): void {
    this.signal.wake();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.signal.wake();
    await this.running;
  }

  private async work(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.look();
      } catch (error) {
        this.logger.warn(`Parked events wait: ${String(error)}`);
      }
      if (!this.stopping) await this.signal.sleep(this.pollMs);
    }
  }

  private async look(): Promise<void> {
    const { dataSource, now } = this.taking;
    const lanes = await dueLanes(dataSource.manager, now());
    for (const lane of lanes) {
      if (this.stopping) return;
      await resumeLane(this.taking, lane);
    }
    const [row] = await dataSource.query<{ count: number }[]>(overdue, [
      new Date(now().getTime() - overdueAfterMs),
    ]);
    const count = row?.count ?? 0;
    if (count > this.alarmed) {
      this.logger.error(`${count} events have waited for ten minutes for what they refer to`);
    }
    this.alarmed = count;
  }
}
