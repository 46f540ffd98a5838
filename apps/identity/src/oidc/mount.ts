/** Hangs oidc-provider (a Koa application) into the service's Fastify under /oidc. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CurrentProvider } from './current-provider.ts';

const MOUNT = '/oidc';
const DISCOVERY = '/.well-known/openid-configuration';

export function mountProvider(app: FastifyInstance, current: CurrentProvider): void {
  const issuer = new URL(current.provider.issuer);
  const forward = (request: FastifyRequest, reply: FastifyReply, path: string): void => {
    reply.hijack();
    const { raw } = request;
    // The issuer is fixed: links and cookies follow it, whatever name the request came by.
    raw.headers['x-forwarded-host'] = issuer.host;
    raw.headers['x-forwarded-proto'] = issuer.protocol.slice(0, -1);
    Object.assign(raw, { originalUrl: `${MOUNT}${path}`, url: path });
    void current.handle(raw, reply.raw);
  };
  void app.register(async (scope) => {
    // The provider reads bodies itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all(`${MOUNT}/*`, (request, reply) =>
      forward(request, reply, request.url.slice(MOUNT.length)),
    );
    scope.get(DISCOVERY, (request, reply) => forward(request, reply, DISCOVERY));
  });
}
