import type { EntityManager } from 'typeorm';
import type { CertificateEvent } from '../domain/certificate/certificate-event.ts';

/** Appends the event and queues it for the log. */
export async function appendCertificateEvent(
  tx: EntityManager,
  event: CertificateEvent,
): Promise<void> {
  await tx.query(
    `WITH added AS (
       INSERT INTO certificate_event (id, certificate_id, number, kind, at, state, reason_code,
         reason, authority, effective, digest, salt)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id
     ) INSERT INTO log_queue (event_id) SELECT id FROM added`,
    [
      event.id,
      event.certificateId,
      event.number,
      event.kind,
      event.at,
      event.state,
      event.reasonCode,
      event.reason,
      JSON.stringify(event.authority),
      event.effective,
      event.digest,
      event.salt,
    ],
  );
}

type Row = Omit<CertificateEvent, 'at'> & { at: Date; index: string | null };
/** `index`: the leaf of the log; null until it is in. */
export type LoggedEvent = CertificateEvent & { readonly index: number | null };

export const EVENT_COLUMNS = `e.id, e.certificate_id AS "certificateId", e.number, e.kind, e.at, e.state,
  e.reason_code AS "reasonCode", e.reason, e.authority, e.effective, e.digest, e.salt`;

/** What happened to a certificate, the first first. */
export async function eventsOf(tx: EntityManager, certificateId: string): Promise<LoggedEvent[]> {
  const rows = await tx.query<Row[]>(
    `SELECT ${EVENT_COLUMNS}, l.index FROM certificate_event e
     LEFT JOIN log_entry l ON l.event_id = e.id
     WHERE e.certificate_id = $1 ORDER BY e.number`,
    [certificateId],
  );
  return rows.map(loggedEvent);
}

export function loggedEvent(row: Row): LoggedEvent {
  return {
    ...row,
    at: row.at.toISOString(),
    index: row.index === null ? null : Number(row.index),
  };
}
