/** A signed-in person changes the own password: the current one is asked for, and every other sign-in ends. */
import { Injectable } from '@nestjs/common';
import { appendAudit, Clock } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { judgePassword } from '../domain/password.ts';
import type { PasswordRefusal } from '../domain/password.ts';
import { PER_ACCOUNT, PER_ADDRESS } from '../domain/sign-in-throttle.ts';
import { accountById, accountToChange, saveAccount } from '../store/accounts.ts';
import { Database } from '../store/database.ts';
import { endSignIns } from '../store/oidc-records.ts';
import { admitAttempt, forgiveAttempt, throttleSubject } from '../store/sign-in-failures.ts';
import { hashPassword, isPassword } from './hash-password.ts';

export type ChangePasswordOutcome =
  | { outcome: 'changed' }
  | { outcome: 'no-account' }
  | { outcome: 'throttled'; retryAfter: number }
  | { outcome: 'refused'; reason: 'wrong-password' | 'same-as-before' | PasswordRefusal };

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
  address: string;
  /** The sign-in that asks, as its access token names it: it stays. */
  signIn: string | null;
}

@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async change(caller: CallerIdentity, given: PasswordChange): Promise<ChangePasswordOutcome> {
    const known = await accountById(this.database.manager, caller.account);
    if (!known) return { outcome: 'no-account' };
    // The same count as at sign-in: who took over an open session guesses no more than anybody else.
    const subjects = {
      account: throttleSubject('account', known.userName),
      address: throttleSubject('address', given.address),
    };
    const at = this.clock.now();
    const retryAfter = await this.database.transaction((tx) =>
      admitAttempt(
        tx,
        [
          { subject: subjects.account, rule: PER_ACCOUNT },
          { subject: subjects.address, rule: PER_ADDRESS },
        ],
        at,
      ),
    );
    if (retryAfter > 0) return { outcome: 'throttled', retryAfter };
    return this.database.transaction(async (tx) => {
      const account = await accountToChange(tx, caller.account);
      if (!account || account.lockedAt !== null) return { outcome: 'no-account' };
      if (!(await isPassword(account.passwordHash, given.currentPassword)))
        return { outcome: 'refused', reason: 'wrong-password' };
      await forgiveAttempt(tx, subjects.account, subjects.address);
      const judged = judgePassword(given.newPassword, account.userName);
      if (judged.outcome === 'refused') return judged;
      if (await isPassword(account.passwordHash, given.newPassword))
        return { outcome: 'refused', reason: 'same-as-before' };
      await saveAccount(tx, {
        ...account,
        passwordHash: await hashPassword(given.newPassword),
        passwordState: 'own',
        passwordExpiresAt: null,
      });
      await endSignIns(tx, account.id, { signIn: given.signIn });
      await appendAudit(tx, {
        act: 'account.password-changed',
        actor: caller,
        subject: { kind: 'account', id: account.id },
        reason: null,
        at,
      });
      return { outcome: 'changed' };
    });
  }
}
