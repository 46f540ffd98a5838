import { appendAudit } from '#libs/service-kit';
import { Injectable } from '@nestjs/common';
import { Clock, isPermission } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Account } from '../domain/account.ts';
import { judgePassword } from '../domain/password.ts';
import type { PasswordRefusal } from '../domain/password.ts';
import { accountToChange, saveAccount } from '../store/accounts.ts';
import { Database } from '../store/database.ts';
import { accountOwingPassword, passwordChosen } from '../store/pending-passwords.ts';
import { hashPassword, isPassword } from './hash-password.ts';

export type ChoosePasswordOutcome =
  | { outcome: 'signed-in'; account: Account }
  | { outcome: 'nothing-owed' }
  | { outcome: 'refused'; reason: PasswordRefusal | 'same-as-before' };

/** The second step of a sign-in with a one-time password. */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  choose(uid: string, password: string): Promise<ChoosePasswordOutcome> {
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const accountId = await accountOwingPassword(tx, uid, at);
      const account = accountId ? await accountToChange(tx, accountId) : null;
      if (!account || account.lockedAt !== null) return { outcome: 'nothing-owed' };
      const judged = judgePassword(password, account.userName);
      if (judged.outcome === 'refused') return judged;
      if (await isPassword(account.passwordHash, password)) {
        return { outcome: 'refused', reason: 'same-as-before' };
      }
      const saved = await saveAccount(tx, {
        ...account,
        passwordHash: await hashPassword(password),
        passwordState: 'own',
        passwordExpiresAt: null,
      });
      await passwordChosen(tx, uid);
      await appendAudit(tx, {
        act: 'account.password-chosen',
        actor: asCaller(saved),
        subject: { kind: 'account', id: saved.id },
        reason: null,
        at,
      });
      return { outcome: 'signed-in', account: saved };
    });
  }
}

const asCaller = (account: Account): CallerIdentity => ({
  account: account.id,
  person: account.person,
  agency: account.agency,
  permissions: account.permissions.filter(isPermission),
  kind: 'account',
});
