import { appendAudit, ConfigError, newId } from '#libs/service-kit';
import { ADMINISTRATOR_PERMISSIONS } from '../domain/account.ts';
import { hasNoAccount, saveAccount } from '../store/accounts.ts';
import type { Tx } from '../store/accounts.ts';
import { announceAccount } from './announce-account.ts';
import { hashPassword } from './hash-password.ts';

/**
 * A system without accounts gets its first one from the operator. In production the password of
 * the environment serves once: whoever signs in first chooses his own.
 */
export async function makeFirstAdministrator(
  tx: Tx,
  { password, production, at }: { password: string | undefined; production: boolean; at: Date },
): Promise<void> {
  if (!(await hasNoAccount(tx))) return;
  if (password === undefined) {
    throw new ConfigError(['there is no account yet, and SANAD_ADMIN_PASSWORD is not set']);
  }
  const account = await saveAccount(tx, {
    id: newId(),
    userName: 'administrator',
    displayName: 'Administrator',
    person: null,
    agency: null,
    permissions: [...ADMINISTRATOR_PERMISSIONS],
    locale: 'en',
    passwordHash: await hashPassword(password),
    passwordState: production ? 'one-time' : 'own',
    passwordExpiresAt: null,
    lockedAt: null,
    version: 1,
    createdAt: at,
  });
  await appendAudit(tx, {
    act: 'account.created',
    actor: 'system',
    subject: { kind: 'account', id: account.id },
    reason: 'first start',
    at,
    data: { person: null, agency: null, permissions: account.permissions },
  });
  await announceAccount(tx, account, at);
}
