import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Provider, { errors } from 'oidc-provider';
import { Problem } from '#libs/service-kit';

/** One sign-in under way, known by the signed cookie that /oidc/auth gave this browser. */
@Injectable()
export class Interactions {
  constructor(private readonly provider: Provider) {}

  async require(uid: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      const interaction = await this.provider.interactionDetails(request.raw, reply.raw);
      if (interaction.uid === uid) return;
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
    }
    throw new Problem('gone', {
      reason: 'interaction-expired',
      detail: 'This sign-in has expired or was begun elsewhere.',
    });
  }

  /** Answers the address at which the browser goes on. */
  finish(accountId: string, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    return this.provider.interactionResult(request.raw, reply.raw, {
      login: { accountId, remember: false, amr: ['pwd'] },
      consent: {},
    });
  }
}
