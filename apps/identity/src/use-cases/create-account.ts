import { randomBytes } from 'node:crypto';
import { appendAudit, newId, personId, Problem } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { normaliseUserName } from '../domain/account.ts';
import type { Account, Locale } from '../domain/account.ts';
import { mayCreate } from '../domain/authority.ts';
import { oneTimePassword } from '../domain/password.ts';
import { accountByUserName, saveAccount } from '../store/accounts.ts';
import type { Tx } from '../store/accounts.ts';
import { announceAccount } from './announce-account.ts';
import { refusalProblem } from './change-account.ts';
import { hashPassword } from './hash-password.ts';

export const ONE_TIME_PASSWORD_DAYS = 7;

export interface NewAccount {
  userName: string;
  displayName: string;
  personnelNumber: string | undefined;
  agency: string | null;
  permissions: string[];
  locale: Locale;
  reason: string;
}

export async function createAccount(
  tx: Tx,
  personKey: Buffer,
  caller: CallerIdentity,
  wanted: NewAccount,
  at: Date,
): Promise<{ account: Account; oneTimePassword: string }> {
  const person = wanted.personnelNumber ? personId(personKey, wanted.personnelNumber) : null;
  const userName = normaliseUserName(wanted.userName);
  const decision = mayCreate(caller, { ...wanted, person });
  if (decision.outcome === 'refused') throw refusalProblem(decision.reason);
  if (await accountByUserName(tx, userName)) {
    throw new Problem('conflict', {
      reason: 'user-name-taken',
      detail: 'There is an account of this name.',
      errors: [{ field: 'userName', message: 'is taken', code: 'user-name-taken' }],
    });
  }
  const password = oneTimePassword(randomBytes(20));
  const account = await saveAccount(tx, {
    id: newId(),
    userName,
    displayName: wanted.displayName,
    person,
    agency: wanted.agency,
    permissions: [...new Set(wanted.permissions)].toSorted(),
    locale: wanted.locale,
    ...(await asOneTime(password, at)),
    lockedAt: null,
    version: 1,
    createdAt: at,
  });
  await appendAudit(tx, {
    act: 'account.created',
    actor: caller,
    subject: { kind: 'account', id: account.id },
    reason: wanted.reason,
    at,
    data: { person, agency: account.agency, permissions: account.permissions },
  });
  await announceAccount(tx, account, at);
  return { account, oneTimePassword: password };
}

export async function asOneTime(
  password: string,
  at: Date,
): Promise<Pick<Account, 'passwordHash' | 'passwordState' | 'passwordExpiresAt'>> {
  return {
    passwordHash: await hashPassword(password),
    passwordState: 'one-time',
    passwordExpiresAt: new Date(at.getTime() + ONE_TIME_PASSWORD_DAYS * 24 * 3600 * 1000),
  };
}
