import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Event } from '#libs/contracts';
import { On } from '#libs/messaging';
import { Desk } from '../desk.ts';
import { recordResult } from '../use-cases/record-result.ts';
import { voidResult } from '../use-cases/void-result.ts';

@Controller()
export class OnResult {
  constructor(private readonly desk: Desk) {}

  @On('result.decided', { kind: 'reaction' })
  async onDecided(event: Event<'result.decided'>, tx: EntityManager): Promise<void> {
    await recordResult(this.desk, tx, event);
  }

  @On('result.voided', { kind: 'reaction' })
  async onVoided(event: Event<'result.voided'>, tx: EntityManager): Promise<void> {
    await voidResult(this.desk, tx, event);
  }
}
