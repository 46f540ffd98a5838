import type { EntityManager } from 'typeorm';
import type { Account } from '../domain/account.ts';
import { AccountTable } from './tables.ts';

export type Tx = EntityManager;

export const accountById = (tx: Tx, id: string): Promise<Account | null> =>
  tx.findOneBy(AccountTable, { id });

export const accountByUserName = (tx: Tx, userName: string): Promise<Account | null> =>
  tx.findOneBy(AccountTable, { userName });

/** Holds the row until the transaction ends. */
export const accountToChange = (tx: Tx, id: string): Promise<Account | null> =>
  tx.findOne(AccountTable, { where: { id }, lock: { mode: 'pessimistic_write' } });

export const saveAccount = (tx: Tx, account: Account): Promise<Account> =>
  tx.save(AccountTable, account);

export async function unlockedAccount(tx: Tx, id: string): Promise<Account | null> {
  const account = await accountById(tx, id);
  return account && account.lockedAt === null ? account : null;
}

export interface AccountSearch {
  agencies: 'all' | readonly string[];
  search: string | undefined;
  limit: number;
  offset: number;
}

export async function searchAccounts(
  tx: Tx,
  { agencies, search, limit, offset }: AccountSearch,
): Promise<{ items: Account[]; total: number }> {
  const query = tx.createQueryBuilder(AccountTable, 'account').where('true');
  if (agencies !== 'all') query.andWhere('account.agency = ANY(:agencies)', { agencies });
  if (search) {
    query.andWhere(`(account.userName ILIKE :like OR account.displayName ILIKE :like)`, {
      like: `%${search.replace(/[\\%_]/g, '\\$&')}%`,
    });
  }
  const [items, total] = await query
    .orderBy('account.userName')
    .take(limit)
    .skip(offset)
    .getManyAndCount();
  return { items, total };
}

/**
 * Whoever takes administrators away waits for the others who do: two who lock each other at the
 * same moment must not both succeed.
 */
export async function otherAdministrators(tx: Tx, than: string): Promise<number> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('identity.administrators'))`);
  const rows: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM account
     WHERE id <> $1 AND locked_at IS NULL AND agency IS NULL AND 'accounts.manage' = ANY(permissions)`,
    [than],
  );
  return rows[0]?.count ?? 0;
}

/** True once, for the instance that is to make the first account. */
export async function hasNoAccount(tx: Tx): Promise<boolean> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('identity.first-account'))`);
  return !(await tx.exists(AccountTable));
}
