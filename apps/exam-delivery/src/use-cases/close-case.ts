// A case is opened by what happened (late entries, a response that could not be scored) and closed by a person.

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { appendAudit, AuditTrail, Clock, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { isOwnCase, samePerson } from '../domain/duties.ts';
import { refuseInvisible } from '../store/attempts.ts';
import { caseForUpdate, closeCase, listCases } from '../store/cases.ts';
import type { CaseLine, CaseSearch } from '../store/cases.ts';
import { notFound, refusalProblem } from './refusal-problem.ts';

@Injectable()
export class CloseCase {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  list(caller: CallerIdentity, search: CaseSearch): Promise<{ items: CaseLine[]; total: number }> {
    return listCases(this.database.manager, visibleAgencies(caller), search);
  }

  close(caseId: string, outcome: string, caller: CallerIdentity): Promise<void> {
    return inTransaction(this.database, async (tx) => {
      const found = await caseForUpdate(tx, caseId);
      if (found === undefined) throw notFound();
      await refuseInvisible(tx, found.practitionerId, caller);
      if (isOwnCase(caller, found.practitionerId)) throw refusalProblem('own-case');
      if (found.closedAt !== null) throw refusalProblem('case-closed');
      if (await this.decidedBefore(tx, found, caller)) throw refusalProblem('decided-original');
      const at = this.clock.now();
      await closeCase(tx, caseId, { at, by: caller.account, outcome });
      await appendAudit(tx, {
        act: 'case.closed',
        actor: caller,
        subject: { kind: 'attempt', id: found.attemptId },
        reason: outcome,
        at,
        data: { caseId, kind: found.kind },
      });
    });
  }

  /** Whether the caller decided what the case is about; a score that he corrects because of the case is not that. */
  private async decidedBefore(
    tx: EntityManager,
    { attemptId, openedAt }: CaseLine,
    caller: CallerIdentity,
  ): Promise<boolean> {
    const acts = await this.trail.ofSubject('attempt', attemptId, tx);
    return acts.some(
      ({ act, actor, at }) =>
        act === 'result.corrected' &&
        actor !== 'system' &&
        Date.parse(at) < openedAt.getTime() &&
        samePerson(caller, actor),
    );
  }
}
