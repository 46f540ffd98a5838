import type { EntityManager } from 'typeorm';
import { secondsToWait } from '../domain/sign-in-throttle.ts';
import type { ThrottleRule } from '../domain/sign-in-throttle.ts';
import { digest } from './sealed-text.ts';

export interface Throttled {
  subject: string;
  rule: ThrottleRule;
}

/** A name that somebody typed may be a password typed into the wrong field: only its digest stays. */
export const throttleSubject = (kind: 'account' | 'address', value: string): string =>
  `${kind}:${digest(value)}`;

/**
 * Counts the attempt as failed before the password is looked at, under a lock: a thousand guesses
 * sent at once are counted one after another. Answers the seconds to wait, 0 = admitted.
 */
export async function admitAttempt(
  tx: EntityManager,
  subjects: readonly Throttled[],
  now: Date,
): Promise<number> {
  const waits: number[] = [];
  for (const { subject, rule } of subjects) {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [subject]);
    const rows: { at: Date }[] = await tx.query(
      'SELECT at FROM sign_in_failure WHERE subject = $1 AND at > $2',
      [subject, new Date(now.getTime() - rule.windowSeconds * 1000)],
    );
    const failures = rows.map((row) => row.at);
    waits.push(secondsToWait(failures, now, rule));
  }
  const wait = Math.max(...waits);
  if (wait === 0) {
    await tx.query('INSERT INTO sign_in_failure (subject, at) SELECT unnest($1::text[]), $2', [
      subjects.map((one) => one.subject),
      now,
    ]);
  }
  return wait;
}

/** A success forgives the name, and takes back what this attempt was counted against its address. */
export async function forgiveAttempt(
  tx: EntityManager,
  account: string,
  address: string,
): Promise<void> {
  await tx.query('DELETE FROM sign_in_failure WHERE subject = $1', [account]);
  await tx.query(
    `DELETE FROM sign_in_failure WHERE id =
       (SELECT id FROM sign_in_failure WHERE subject = $1 ORDER BY at DESC LIMIT 1)`,
    [address],
  );
}
