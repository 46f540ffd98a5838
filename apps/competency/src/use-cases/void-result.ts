import type { EntityManager } from 'typeorm';
import type { Event } from '#libs/contracts';
import type { Desk } from '../desk.ts';
import { lockAttainmentOfAttempt } from '../store/attainments.ts';
import { withdrawKept } from './keep-attainment.ts';

/** A result that was not passed has left nothing to withdraw. */
export async function voidResult(
  desk: Desk,
  tx: EntityManager,
  { data }: Event<'result.voided'>,
): Promise<void> {
  const row = await lockAttainmentOfAttempt(tx, data.attemptId);
  if (row === null) return;
  await withdrawKept(tx, row, 'system', {
    at: desk.now(),
    reason: `The attempt was voided: ${data.reason}`,
    authority: 'exam-delivery',
  });
}
