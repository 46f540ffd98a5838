import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errors } from 'oidc-provider';
import { Problem } from '#libs/service-kit';
import { CurrentProvider } from './current-provider.ts';

/** One sign-in under way, known by the signed cookie that /oidc/auth gave this browser. */
@Injectable()
export class Interactions {
  constructor(private readonly current: CurrentProvider) {}

  async require(uid: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      const interaction = await this.current.provider.interactionDetails(request.raw, reply.raw);
      if (interaction.uid === uid) return;
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
    }
    throw new Problem('gone', {
      reason: 'interaction-expired',
      detail: 'This sign-in has expired or was begun elsewhere.',
    });
  }

  /** Answers the address at which the browser goes on; the cookies of this sign-in end. */
  async finish(
    uid: string,
    accountId: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> {
    const { provider } = this.current;
    const name = provider.cookieName('interaction');
    const ended = [`/api/identity/interaction/${uid}`, `/sign-in/${uid}`].flatMap((path) =>
      [name, `${name}.sig`].map(
        (one) => `${one}=; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=0`,
      ),
    );
    void reply.header('set-cookie', ended);
    return provider.interactionResult(request.raw, reply.raw, {
      login: { accountId, remember: false, amr: ['pwd'] },
      consent: {},
    });
  }
}
