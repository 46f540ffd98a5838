import type pg from 'pg';
import type { BenchAttempt } from './attempts.ts';

/** Each acknowledged save against its row. */
export async function compareWithDatabase(
  client: pg.Client,
  attempts: BenchAttempt[],
): Promise<{ acknowledged: number; missing: number; different: number }> {
  let [acknowledged, missing, different] = [0, 0, 0];
  for (const attempt of attempts) {
    const { rows } = await client.query<{ seq: number; body: string; claimed: Date }>(
      'select seq, body, claimed_at as claimed from journal where attempt_id = $1 and seq > 0',
      [attempt.attemptId],
    );
    const stored = new Map(
      rows.map((row) => [row.seq, `${row.body}@${row.claimed.toISOString()}`]),
    );
    for (const [index, saved] of attempt.saved.entries()) {
      acknowledged++;
      const row = stored.get(index + 1);
      if (row === undefined) missing++;
      else if (row !== saved) different++;
    }
  }
  return { acknowledged, missing, different };
}
