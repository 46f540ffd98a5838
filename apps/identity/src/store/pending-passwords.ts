/** Sign-ins that proved a one-time password and now owe one of their own. */
import type { EntityManager } from 'typeorm';

const MINUTES_TO_CHOOSE = 30;

export async function awaitNewPassword(
  tx: EntityManager,
  uid: string,
  accountId: string,
  now: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO pending_password (uid, account_id, expires_at) VALUES ($1, $2, $3)
     ON CONFLICT (uid) DO UPDATE SET account_id = excluded.account_id, expires_at = excluded.expires_at`,
    [uid, accountId, new Date(now.getTime() + MINUTES_TO_CHOOSE * 60_000)],
  );
}

export async function accountOwingPassword(
  tx: EntityManager,
  uid: string,
  now: Date,
): Promise<string | null> {
  const rows: { account_id: string }[] = await tx.query(
    'SELECT account_id FROM pending_password WHERE uid = $1 AND expires_at > $2',
    [uid, now],
  );
  return rows[0]?.account_id ?? null;
}

export async function passwordChosen(tx: EntityManager, uid: string): Promise<void> {
  await tx.query('DELETE FROM pending_password WHERE uid = $1', [uid]);
}
