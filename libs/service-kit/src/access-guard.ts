import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessTokens } from './access-tokens.ts';
import { ACCESS_RULE, type AccessRule, type RequestWithCaller } from './caller.ts';
import { Problem } from './problem.ts';

/** Decides each request by the rule written on its route. A route without a rule is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rule?.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<RequestWithCaller>();
    const token = bearerToken(request.headers.authorization);
    if (token === undefined) throw new Problem('unauthenticated');
    // The machine's own time, not the shiftable clock: tokens are issued by it, too.
    const answer = await this.tokens.check(token, new Date());
    if (answer.outcome === 'unavailable') {
      throw new Problem('unavailable', {
        detail: 'Sign-in cannot be checked just now.',
        retryAfter: 2,
      });
    }
    if (answer.outcome === 'refused')
      throw new Problem('unauthenticated', { detail: answer.detail });
    request.caller = answer.caller;
    if (rule === undefined) throw new Problem('forbidden');
    if (
      rule.kind === 'permission' &&
      !rule.anyOf.some((p) => answer.caller.permissions.includes(p))
    ) {
      throw new Problem('forbidden', {
        detail: `It needs the permission ${rule.anyOf.join(' or ')}.`,
      });
    }
    return true;
  }
}

function bearerToken(header: string | undefined): string | undefined {
  const match = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(header ?? '');
  return match?.[1];
}
