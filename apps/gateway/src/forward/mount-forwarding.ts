/** Hangs the route table into Fastify: throttle, session, forgery check, then onward. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, sendProblem, toProblem } from '#libs/service-kit';
import type { GatewayConfig } from '../config.ts';
import { judgeForgery } from '../domain/forgery.ts';
import { ANY_ORIGIN, identityCookies, securityHeaders } from '../domain/headers.ts';
import {
  IMPORT_ROUTES,
  isHidden,
  isWithoutSession,
  ROOT_ROUTES,
  throttledAs,
} from '../domain/route-table.ts';
import type { Route, Throttled } from '../domain/route-table.ts';
import { Throttle } from '../domain/throttle.ts';
import type { Current, Sessions } from '../session/sessions.ts';
import { Forwarder } from './forwarder.ts';

const BODY_LIMIT = 1 << 20;
const IMPORT_BODY_LIMIT = 32 << 20;
const TIMEOUT_MS = 30_000;
const IMPORT_TIMEOUT_MS = 120_000;

export interface Forwarding {
  close(): Promise<void>;
}

export function mountForwarding(
  app: FastifyInstance,
  config: GatewayConfig,
  sessions: Sessions,
): Forwarding {
  const gate = new Gate(config, sessions);
  const forwarders = new Map(
    Object.entries(config.services).map(([name, url]) => [
      name,
      new Forwarder(name, url, config.publicOrigin),
    ]),
  );
  const apiRoutes = [...forwarders.keys()].map((service) => ({
    prefix: `/api/${service}/*`,
    service,
  }));
  const mount = (routes: readonly Route[], bodyLimit: number, timeoutMs: number): void => {
    void app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
        done(null, body),
      );
      scope.setErrorHandler((error, request, reply) =>
        sendProblem(reply, request, toProblem(error, request)),
      );
      for (const route of routes) {
        const forwarder = forwarders.get(route.service);
        if (forwarder) {
          scope.all(route.prefix, { bodyLimit }, (request, reply) =>
            gate.pass(request, reply, forwarder, route, timeoutMs),
          );
        }
      }
    });
  };
  mount([...apiRoutes, ...ROOT_ROUTES], BODY_LIMIT, TIMEOUT_MS);
  mount(IMPORT_ROUTES, IMPORT_BODY_LIMIT, IMPORT_TIMEOUT_MS);
  return {
    close: async () => {
      await Promise.all([...forwarders.values()].map((one) => one.close()));
    },
  };
}

class Gate {
  private readonly config: GatewayConfig;
  private readonly sessions: Sessions;
  private readonly throttles: Readonly<Record<Throttled, Throttle>>;
  private readonly own: Readonly<Record<string, string>>;
  private readonly public: Readonly<Record<string, string>>;

  constructor(config: GatewayConfig, sessions: Sessions) {
    this.config = config;
    this.sessions = sessions;
    this.throttles = {
      'sign-in': new Throttle(config.signInsPerMinute),
      verify: new Throttle(config.verificationsPerMinute),
    };
    this.own = securityHeaders(config.publicOrigin);
    this.public = { ...this.own, ...ANY_ORIGIN };
  }

  async pass(
    request: FastifyRequest,
    reply: FastifyReply,
    forwarder: Forwarder,
    route: Route,
    timeoutMs: number,
  ): Promise<void> {
    const path = pathOf(request.url);
    if (isHidden(path)) throw new Problem('not-found');
    this.throttle(path, request.ip);
    const { authorization } = request.headers;
    const toIdentity = route.service === 'identity';
    // An attempt in progress needs its service and nothing else; a program brings its own token.
    const current = authorization === undefined ? await this.sessionFor(request, path) : NO_SESSION;
    await forwarder.send(request, reply, {
      authorization:
        authorization ?? (current.session ? `Bearer ${current.session.accessToken}` : undefined),
      cookie: toIdentity ? identityCookies(request.headers.cookie) : undefined,
      headers: route.anyOrigin ? this.public : this.own,
      setCookie: current.setCookie,
      passCookies: toIdentity,
      timeoutMs,
    });
  }

  private async sessionFor(request: FastifyRequest, path: string): Promise<Current> {
    const now = Date.now();
    const session = isWithoutSession(path) ? null : this.sessions.read(request.headers.cookie, now);
    const refusal = judgeForgery(sentBy(request), this.config.publicOrigin, session?.csrf ?? null);
    // The code flow's token requests come from programs, and from no page.
    if (refusal !== null) throw forgeryProblem(refusal);
    return session ? this.sessions.renewed(session, now) : NO_SESSION;
  }

  private throttle(path: string, address: string): void {
    const kind = throttledAs(path);
    const retryAfter = kind === null ? 0 : this.throttles[kind].take(address, Date.now());
    if (retryAfter > 0) throw new Problem('too-many-requests', { reason: 'throttled', retryAfter });
  }
}

const NO_SESSION: Current = { session: null, setCookie: null };

const pathOf = (url: string): string => {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
};

export function sentBy(request: FastifyRequest): Parameters<typeof judgeForgery>[0] {
  const token = request.headers['x-csrf-token'];
  return {
    method: request.method,
    origin: request.headers.origin,
    token: Array.isArray(token) ? token[0] : token,
  };
}

export function forgeryProblem(reason: 'foreign-origin' | 'csrf-token'): Problem {
  return new Problem('forbidden', {
    reason,
    detail:
      reason === 'csrf-token'
        ? 'Send X-CSRF-Token as /auth/session answers it.'
        : 'Changes are taken from this site only.',
  });
}
