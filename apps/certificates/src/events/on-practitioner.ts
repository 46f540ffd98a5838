import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Event } from '#libs/contracts';
import { arrived, On } from '#libs/messaging';
import { forgetCredentials } from '../store/certificates.ts';
import { forgetName, saveAffiliation, saveName } from '../store/copies.ts';

/** The only place that reads people's names: a certificate names its holder. */
@Controller()
export class OnPractitioner {
  @On('practitioner.changed', { kind: 'copy', tables: ['practitioner_copy'] })
  async changed(event: Event<'practitioner.changed'>, tx: EntityManager): Promise<void> {
    await saveName(tx, event.data);
    await arrived(tx, 'practitioner', event.data.practitionerId);
  }

  @On('practitioner.erased', { kind: 'copy', tables: ['practitioner_copy'] })
  async erased(event: Event<'practitioner.erased'>, tx: EntityManager): Promise<void> {
    await forgetName(tx, event.key);
  }

  @On('practitioner.erased', { kind: 'reaction' })
  async forgotten(event: Event<'practitioner.erased'>, tx: EntityManager): Promise<void> {
    await forgetCredentials(tx, event.key);
  }

  @On('affiliation.changed', { kind: 'copy', tables: ['affiliation_copy'] })
  async moved(event: Event<'affiliation.changed'>, tx: EntityManager): Promise<void> {
    await saveAffiliation(tx, event.data);
  }
}
