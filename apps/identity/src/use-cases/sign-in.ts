/** Proves a name and a password; the outcome for an unknown name and a wrong password is one. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '#libs/service-kit';
import { Injectable } from '@nestjs/common';
import { normaliseUserName } from '../domain/account.ts';
import type { Account } from '../domain/account.ts';
import { PER_ACCOUNT, PER_ADDRESS } from '../domain/sign-in-throttle.ts';
import { accountByUserName } from '../store/accounts.ts';
import { Database } from '../store/database.ts';
import { awaitNewPassword } from '../store/pending-passwords.ts';
import { admitAttempt, forgiveAttempt, throttleSubject } from '../store/sign-in-failures.ts';
import { hashPassword, isPassword } from './hash-password.ts';

/** A refusal is never quicker than this, so that its duration tells nothing. */
const REFUSAL_MILLISECONDS = 300;

export type SignInOutcome =
  | { outcome: 'signed-in'; account: Account }
  | { outcome: 'new-password-required' }
  | { outcome: 'refused'; reason: 'wrong-credentials' | 'account-locked' }
  | { outcome: 'throttled'; retryAfter: number };

export interface SignInAttempt {
  uid: string;
  userName: string;
  password: string;
  address: string;
}

@Injectable()
export class SignIn {
  /** Compared with when there is no such account, so that both ways cost the same. */
  private readonly decoy = hashPassword('no account has this password');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async attempt(given: SignInAttempt): Promise<SignInOutcome> {
    const earliestRefusal = sleep(REFUSAL_MILLISECONDS);
    const outcome = await this.prove(given);
    if (outcome.outcome === 'refused') await earliestRefusal;
    return outcome;
  }

  private async prove({ uid, userName, password, address }: SignInAttempt): Promise<SignInOutcome> {
    const name = normaliseUserName(userName);
    const subjects = {
      account: throttleSubject('account', name),
      address: throttleSubject('address', address),
    };
    const now = this.clock.now();
    const retryAfter = await this.database.transaction((tx) =>
      admitAttempt(
        tx,
        [
          { subject: subjects.account, rule: PER_ACCOUNT },
          { subject: subjects.address, rule: PER_ADDRESS },
        ],
        now,
      ),
    );
    if (retryAfter > 0) return { outcome: 'throttled', retryAfter };

    const account = await accountByUserName(this.database.manager, name);
    const proven = await isPassword(account?.passwordHash ?? (await this.decoy), password);
    if (!account || !proven || hasExpired(account, now)) {
      return { outcome: 'refused', reason: 'wrong-credentials' };
    }
    if (account.lockedAt !== null) return { outcome: 'refused', reason: 'account-locked' };
    return this.database.transaction(async (tx) => {
      await forgiveAttempt(tx, subjects.account, subjects.address);
      if (account.passwordState === 'own') return { outcome: 'signed-in', account };
      await awaitNewPassword(tx, uid, account.id, now);
      return { outcome: 'new-password-required' };
    });
  }
}

const hasExpired = (account: Account, now: Date): boolean =>
  account.passwordExpiresAt !== null && account.passwordExpiresAt <= now;
