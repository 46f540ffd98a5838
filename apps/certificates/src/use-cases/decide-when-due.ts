import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { inTransaction, isTransient } from '#libs/messaging';
import { addDaysToLegalDate, log } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import { NudgedLoop } from '../publishing/nudged-loop.ts';
import { lockPractitioner } from '../store/certificates.ts';
import { firstDue, isStillDue, settleDue } from '../store/due-decisions.ts';
import type { DueDecision } from '../store/due-decisions.ts';
import { publishedScheme } from '../store/schemes.ts';
import { issueIfDue } from './issue-if-due.ts';

/**
 * Issues what only the date held back (a renewal that opens, evidence that begins to count), and what a publication brings
 * to those who attained before it.
 */
@Injectable()
export class DecideWhenDue implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop: NudgedLoop;

  constructor(private readonly desk: Desk) {
    this.loop = new NudgedLoop(() => this.decideFirst(), {
      idleMs: 1000,
      failed: (error) => log.warn({ err: error }, 'what is due could not be decided; trying again'),
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async decideFirst(): Promise<boolean> {
    const { database } = this.desk;
    const due = await firstDue(database.manager, this.desk.today());
    if (due === undefined) return false;
    try {
      await this.decide(due);
    } catch (error) {
      if (isTransient(error)) throw error;
      // It must not hold up the others: a name that was erased, say, never comes.
      const { practitionerId, schemeId } = due;
      log.error({ err: error, practitionerId, schemeId }, 'not decided; again tomorrow');
      await settleDue(database.manager, due, addDaysToLegalDate(this.desk.today(), 1));
    }
    return true;
  }

  private decide(due: DueDecision): Promise<void> {
    const { desk } = this;
    return inTransaction(desk.database, async (tx) => {
      await lockPractitioner(tx, due.practitionerId);
      if (!(await isStillDue(tx, due, desk.today()))) return;
      const scheme = await publishedScheme(tx, due.schemeId);
      const isOurs = scheme?.issuing === 'automatic';
      const next = isOurs ? await issueIfDue(desk, tx, scheme, due.practitionerId) : null;
      await settleDue(tx, due, next);
    });
  }
}
