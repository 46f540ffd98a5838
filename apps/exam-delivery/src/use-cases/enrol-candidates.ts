import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { appendAudit, Clock, Problem, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { readEnrolments } from '../domain/sitting/enrolment-csv.ts';
import type { EnrolmentLine } from '../domain/sitting/enrolment-csv.ts';
import { visiblePractitioners } from '../store/read-copies.ts';
import { addEnrolments, visibleSitting } from '../store/sittings.ts';

export type Enrolled = { enrolled: number; already: number };

@Injectable()
export class EnrolCandidates {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  byIds(sittingId: string, ids: string[], caller: CallerIdentity): Promise<Enrolled> {
    return inTransaction(this.database, async (tx) => {
      await visibleSitting(tx, sittingId, caller);
      const known = await visiblePractitioners(tx, ids, visibleAgencies(caller));
      const errors = ids.flatMap((id, index) =>
        known.has(id)
          ? []
          : [{ field: `practitionerIds.${index}`, message: 'no such practitioner' }],
      );
      if (errors.length > 0)
        throw new Problem('unprocessable', { reason: 'unknown-practitioner', errors });
      const lines = [...new Set(ids)].map((practitionerId) => ({
        practitionerId,
        extraMinutes: 0,
      }));
      return this.enrol(tx, sittingId, lines, caller);
    });
  }

  byCsv(sittingId: string, text: string, caller: CallerIdentity): Promise<Enrolled> {
    return inTransaction(this.database, async (tx) => {
      await visibleSitting(tx, sittingId, caller);
      const ids = text.toLowerCase().match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
      const known = await visiblePractitioners(tx, ids, visibleAgencies(caller));
      const list = readEnrolments(text, (practitionerId) => known.has(practitionerId));
      if (list.outcome === 'errors')
        throw new Problem('unprocessable', {
          reason: 'list-with-errors',
          detail: 'Nobody was enrolled; mend the lines named here and send the list again.',
          errors: list.errors.map(({ line, column, message }) => ({
            field: `line ${line}${column === '' ? '' : `, ${column}`}`,
            message,
            line,
            column,
          })),
        });
      return this.enrol(tx, sittingId, list.lines, caller);
    });
  }

  private async enrol(
    tx: EntityManager,
    sittingId: string,
    lines: EnrolmentLine[],
    caller: CallerIdentity,
  ): Promise<Enrolled> {
    const at = this.clock.now();
    const enrolled = await addEnrolments(tx, sittingId, lines, at);
    await appendAudit(tx, {
      act: 'candidates.enrolled',
      actor: caller,
      subject: { kind: 'sitting', id: sittingId },
      reason: null,
      at,
      data: { practitionerIds: lines.map((line) => line.practitionerId) },
    });
    return { enrolled, already: lines.length - enrolled };
  }
}
