import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock, Problem, Public } from '#libs/service-kit';
import { SHORTEST_PASSWORD } from '../domain/password.ts';
import { Interactions } from '../oidc/interactions.ts';
import { Database } from '../store/database.ts';
import { accountOwingPassword } from '../store/pending-passwords.ts';
import { ChoosePassword } from '../use-cases/choose-password.ts';
import { SignIn } from '../use-cases/sign-in.ts';
import { clientAddress } from './client-address.ts';
import {
  InteractionAnswer,
  InteractionView,
  NewPasswordDto,
  SignInDto,
} from './interaction.dto.ts';

const WHY_PUBLIC = 'guarded by the signed cookie of this one sign-in';

/** The page /sign-in/:uid talks to these; the cookie that /oidc/auth set says whose sign-in it is. */
@Controller('interaction/:uid')
export class InteractionController {
  constructor(
    private readonly interactions: Interactions,
    private readonly signIn: SignIn,
    private readonly choosePassword: ChoosePassword,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Public(WHY_PUBLIC)
  async read(
    @Param('uid') uid: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InteractionView> {
    await this.interactions.require(uid, request, reply);
    const owing = await accountOwingPassword(this.database.manager, uid, this.clock.now());
    return {
      uid,
      step: owing ? 'new-password' : 'password',
      shortestPassword: SHORTEST_PASSWORD,
    };
  }

  @Post('sign-in')
  @HttpCode(200)
  @Public(WHY_PUBLIC)
  async attempt(
    @Param('uid') uid: string,
    @Body() { userName, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InteractionAnswer> {
    await this.interactions.require(uid, request, reply);
    const address = clientAddress(request);
    const answer = await this.signIn.attempt({ uid, userName, password, address });
    switch (answer.outcome) {
      case 'signed-in':
        return this.finish(uid, answer.account.id, request, reply);
      case 'new-password-required':
        return answer;
      case 'throttled':
        throw new Problem('too-many-requests', {
          reason: 'throttled',
          detail: 'Too many tries. Wait, then try again.',
          retryAfter: answer.retryAfter,
        });
      case 'refused':
        throw answer.reason === 'account-locked'
          ? new Problem('forbidden', {
              reason: 'account-locked',
              detail: 'This account is locked. Ask an administrator.',
            })
          : new Problem('unauthenticated', {
              reason: 'wrong-credentials',
              detail: 'The user name or the password is wrong.',
            });
    }
  }

  @Post('new-password')
  @HttpCode(200)
  @Public(WHY_PUBLIC)
  async newPassword(
    @Param('uid') uid: string,
    @Body() { password }: NewPasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InteractionAnswer> {
    await this.interactions.require(uid, request, reply);
    const answer = await this.choosePassword.choose(uid, password);
    switch (answer.outcome) {
      case 'signed-in':
        return this.finish(uid, answer.account.id, request, reply);
      case 'nothing-owed':
        throw new Problem('conflict', {
          reason: 'no-password-owed',
          detail: 'Sign in with the one-time password first.',
        });
      case 'refused':
        throw new Problem('unprocessable', {
          reason: answer.reason,
          detail: 'This password cannot be used.',
          errors: [{ field: 'password', message: answer.reason }],
        });
    }
  }

  private async finish(
    uid: string,
    accountId: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<InteractionAnswer> {
    const redirect = await this.interactions.finish(uid, accountId, request, reply);
    return { outcome: 'signed-in', redirect };
  }
}
