import type { EntityManager } from 'typeorm';
import { wakeOnCommit } from '../publishing/in-transaction.ts';

/** Thrown by a handler whose event came before what it refers to: the event waits until that arrives. */
export class MissingReference extends Error {
  readonly type: string;
  readonly id: string;

  constructor(type: string, id: string) {
    super(`${type} ${id} has not come yet`);
    this.name = 'MissingReference';
    this.type = type;
    this.id = id;
  }
}

// Due since it was parked. Were this committed just before an event parks for it, that event's
// own back-off finds it within a second or two.
const due = `
update parked_event set due_at = parked_at where reference_type = $1 and reference_id = $2`;

/** To be called where a thing that others refer to is written: wakes the events that wait for it. */
export const arrived = async (tx: EntityManager, type: string, id: string): Promise<void> => {
  const [, count] = await tx.query<[unknown[], number]>(due, [type, id]);
  if (count > 0) wakeOnCommit(tx, 'parked');
};
