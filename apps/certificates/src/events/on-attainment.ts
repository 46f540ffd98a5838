import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Event } from '#libs/contracts';
import { arrived, On } from '#libs/messaging';
import { Desk } from '../desk.ts';
import { reactToAttainment } from '../use-cases/react-to-attainment.ts';
import { reactToWithdrawal } from '../use-cases/react-to-withdrawal.ts';

@Controller()
export class OnAttainment {
  constructor(private readonly desk: Desk) {}

  @On('attainment.recorded', { kind: 'reaction' })
  async recorded(event: Event<'attainment.recorded'>, tx: EntityManager): Promise<void> {
    await reactToAttainment(this.desk, tx, event.data);
    await arrived(tx, 'attainment', event.data.attainmentId);
  }

  @On('attainment.withdrawn', { kind: 'reaction' })
  async withdrawn(event: Event<'attainment.withdrawn'>, tx: EntityManager): Promise<void> {
    await reactToWithdrawal(this.desk, tx, event.data);
  }
}
