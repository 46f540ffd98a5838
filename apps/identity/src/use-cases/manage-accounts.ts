/** The acts of an administrator on accounts; each is one transaction with its audit row and event. */
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { CONFIG } from '../config.ts';
import type { IdentityConfig } from '../config.ts';
import type { Account, Locale } from '../domain/account.ts';
import { oneTimePassword } from '../domain/password.ts';
import { Database } from '../store/database.ts';
import { endSignIns } from '../store/oidc-records.ts';
import { changeAccount } from './change-account.ts';
import { asOneTime, createAccount } from './create-account.ts';

export interface AccountChange {
  displayName?: string;
  agency?: string | null;
  permissions?: string[];
  reason: string;
}

@Injectable()
export class ManageAccounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<IdentityConfig, 'personKey'>,
  ) {}

  create(
    caller: CallerIdentity,
    wanted: {
      userName: string;
      displayName: string;
      personnelNumber?: string;
      agency?: string;
      permissions: string[];
      locale?: Locale;
      reason: string;
    },
  ): Promise<{ account: Account; oneTimePassword: string }> {
    const { personnelNumber, agency = null, locale = 'ru' } = wanted;
    return this.database.act((tx) =>
      createAccount(
        tx,
        this.config.personKey,
        caller,
        { ...wanted, personnelNumber, agency, locale },
        this.clock.now(),
      ),
    );
  }

  change(
    caller: CallerIdentity,
    id: string,
    change: AccountChange,
    ifMatch: string | undefined,
  ): Promise<Account> {
    const { displayName, agency, permissions, reason } = change;
    const at = this.clock.now();
    return this.database.act((tx) =>
      changeAccount(
        tx,
        {
          caller,
          id,
          act: 'account.changed',
          reason,
          at,
          ifMatch,
          facts: (before, after) => ({
            before: { agency: before.agency, permissions: before.permissions },
            after: { agency: after.agency, permissions: after.permissions },
          }),
        },
        (account) => ({
          ...account,
          displayName: displayName ?? account.displayName,
          agency: agency === undefined ? account.agency : agency,
          permissions: permissions ? permissions.toSorted() : account.permissions,
        }),
      ),
    );
  }

  lock(caller: CallerIdentity, id: string, reason: string): Promise<Account> {
    const at = this.clock.now();
    return this.database.act(async (tx) => {
      const locked = await changeAccount(
        tx,
        { caller, id, act: 'account.locked', reason, at, ifMatch: null },
        (account) => ({ ...account, lockedAt: account.lockedAt ?? at }),
      );
      await endSignIns(tx, id);
      return locked;
    });
  }

  unlock(caller: CallerIdentity, id: string, reason: string): Promise<Account> {
    return this.database.act((tx) =>
      changeAccount(
        tx,
        { caller, id, act: 'account.unlocked', reason, at: this.clock.now(), ifMatch: null },
        (account) => ({ ...account, lockedAt: null }),
      ),
    );
  }

  async resetPassword(
    caller: CallerIdentity,
    id: string,
    reason: string,
  ): Promise<{ oneTimePassword: string }> {
    const at = this.clock.now();
    const password = oneTimePassword(randomBytes(20));
    await this.database.act(async (tx) => {
      await changeAccount(
        tx,
        { caller, id, act: 'account.password-reset', reason, at, ifMatch: null },
        async (account) => ({ ...account, ...(await asOneTime(password, at)) }),
      );
      await endSignIns(tx, id);
    });
    return { oneTimePassword: password };
  }
}
