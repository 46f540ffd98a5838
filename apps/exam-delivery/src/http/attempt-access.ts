// `Authorization: Attempt <token>` alone opens save, resume and submit. No access token, no session, no other service.

import { createParamDecorator, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock, Problem } from '#libs/service-kit';
import { Settings } from '../config.ts';
import { checkToken } from '../domain/attempt/attempt-token.ts';
import type { AttemptToken } from '../domain/attempt/attempt-token.ts';

export type AttemptAccess = { token: AttemptToken; inTime: boolean };

type RequestWithAttempt = FastifyRequest<{ Params: { id?: string } }> & {
  attemptAccess?: AttemptAccess;
};

@Injectable()
export class AttemptTokenGuard implements CanActivate {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<RequestWithAttempt>();
    const [scheme, text = ''] = (request.headers.authorization ?? '').split(' ');
    const device = request.headers['x-device'];
    if (scheme?.toLowerCase() !== 'attempt')
      throw new Problem('unauthenticated', { detail: 'Send the token of the attempt.' });
    const check = checkToken(
      this.settings.attemptTokenKey,
      text,
      typeof device === 'string' ? device : '',
      this.clock.now(),
    );
    if (check.outcome === 'forged')
      throw new Problem('unauthenticated', { detail: 'This token does not open this attempt.' });
    // The token of another attempt: that there is this one is not said.
    if (check.token.attemptId !== request.params.id?.toLowerCase()) throw new Problem('not-found');
    request.attemptAccess = { token: check.token, inTime: check.outcome === 'valid' };
    return true;
  }
}

export const Access = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<RequestWithAttempt>();
  if (request.attemptAccess === undefined) throw new Error('a route without the attempt’s guard');
  return request.attemptAccess;
});
