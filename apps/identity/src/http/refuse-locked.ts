import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Problem } from '#libs/service-kit';
import type { RequestWithCaller } from '#libs/service-kit';
import { unlockedAccount } from '../store/accounts.ts';
import { Database } from '../store/database.ts';
import { unlockedClient } from '../store/registry-clients.ts';

/**
 * Here, where the accounts are, a locked one is refused at once, though its access token has minutes left: whoever was
 * locked as an administrator must not unlock himself. The other services ask nobody and take the token to its end.
 */
@Injectable()
export class RefuseLocked implements NestInterceptor {
  constructor(private readonly database: Database) {}

  async intercept(
    context: ExecutionContext,
    next: CallHandler,
  ): Promise<ReturnType<CallHandler['handle']>> {
    if (context.getType() !== 'http') return next.handle();
    const { caller } = context.switchToHttp().getRequest<RequestWithCaller>();
    if (caller === undefined) return next.handle();
    const holder =
      caller.kind === 'account'
        ? await unlockedAccount(this.database.manager, caller.account)
        : await unlockedClient(this.database.manager, caller.account);
    if (holder === null)
      throw new Problem('unauthenticated', {
        reason: 'account-locked',
        detail: 'This account is locked.',
      });
    return next.handle();
  }
}
