// A case is opened by what happened (late entries, a response that could not be scored) and closed by a person.

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { appendAudit, Clock, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { isOwnCase } from '../domain/duties.ts';
import { refuseInvisible } from '../store/attempts.ts';
import { caseForUpdate, closeCase, listCases } from '../store/cases.ts';
import type { CaseLine } from '../store/cases.ts';
import { notFound, refusalProblem } from './refusal-problem.ts';

@Injectable()
export class CloseCase {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  list(
    caller: CallerIdentity,
    page: { limit: number; offset: number },
  ): Promise<{ items: CaseLine[]; total: number }> {
    return listCases(this.database.manager, visibleAgencies(caller), page);
  }

  close(caseId: string, outcome: string, caller: CallerIdentity): Promise<void> {
    return inTransaction(this.database, async (tx) => {
      const found = await caseForUpdate(tx, caseId);
      if (found === undefined) throw notFound();
      await refuseInvisible(tx, found.practitionerId, caller);
      if (isOwnCase(caller, found.practitionerId)) throw refusalProblem('own-case');
      if (found.closedAt !== null) throw refusalProblem('case-closed');
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
}
