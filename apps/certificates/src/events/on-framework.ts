import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Event } from '#libs/contracts';
import { arrived, On } from '#libs/messaging';
import { saveFramework } from '../store/copies.ts';

@Controller()
export class OnFramework {
  @On('framework.published', { kind: 'copy', tables: ['framework_copy'] })
  async published(event: Event<'framework.published'>, tx: EntityManager): Promise<void> {
    await saveFramework(tx, event.data);
    await arrived(tx, 'framework', `${event.data.frameworkId}/${event.data.version}`);
  }
}
