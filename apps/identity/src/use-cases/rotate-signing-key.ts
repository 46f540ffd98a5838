/** A new key for access tokens: published now, signing a minute later; the old one is published until its tokens ended. */
import { Inject, Injectable } from '@nestjs/common';
import { appendAudit, Clock, Problem } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { CONFIG } from '../config.ts';
import type { IdentityConfig } from '../config.ts';
import { keyStates } from '../domain/signing-keys.ts';
import type { KeyState } from '../domain/signing-keys.ts';
import { CurrentProvider } from '../oidc/current-provider.ts';
import { Database } from '../store/database.ts';
import { addSigningKey, lockKeys, signingKeyDates } from '../store/secret-keys.ts';

export interface SigningKey {
  id: string;
  createdAt: Date;
  state: KeyState;
}

@Injectable()
export class RotateSigningKey {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly current: CurrentProvider,
    @Inject(CONFIG) private readonly config: Pick<IdentityConfig, 'identityKey'>,
  ) {}

  async list(caller: CallerIdentity): Promise<SigningKey[]> {
    requireNational(caller);
    const states = keyStates(await signingKeyDates(this.database.manager), new Date());
    return states.map(({ key, state }) => ({ ...key, state }));
  }

  async rotate(caller: CallerIdentity, reason: string): Promise<SigningKey[]> {
    requireNational(caller);
    await this.database.transaction(async (tx) => {
      await lockKeys(tx);
      // Tokens live by the machine's clock, not by the one that tests shift.
      const now = new Date();
      const states = keyStates(await signingKeyDates(tx), now);
      if (states.some(({ state }) => state === 'next'))
        throw new Problem('conflict', {
          reason: 'rotation-under-way',
          detail: 'A new key is published already and will sign within a minute.',
        });
      const { kid } = await addSigningKey(tx, this.config.identityKey, now);
      await appendAudit(tx, {
        act: 'signing-key.added',
        actor: caller,
        subject: { kind: 'signing-key', id: kid },
        reason,
        at: this.clock.now(),
      });
    });
    await this.current.reload();
    return this.list(caller);
  }
}

function requireNational(caller: CallerIdentity): void {
  if (caller.agency === null) return;
  throw new Problem('forbidden', {
    reason: 'beyond-own-authority',
    detail: 'The signing keys are the whole system’s: ask a national administrator.',
  });
}
