import { event } from '#libs/contracts';
import { publish } from '#libs/messaging';
import type { Account } from '../domain/account.ts';
import type { Tx } from '../store/accounts.ts';

export async function announceAccount(tx: Tx, account: Account, at: Date): Promise<void> {
  await publish(
    tx,
    event('account.changed', {
      key: account.id,
      version: account.version,
      at,
      data: {
        accountId: account.id,
        person: account.person,
        agency: account.agency,
        permissions: account.permissions,
        locked: account.lockedAt !== null,
      },
    }),
  );
}
