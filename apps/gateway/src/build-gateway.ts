import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { onFrameworkError, ProblemFilter } from '#libs/service-kit';
import type { GatewayConfig } from './config.ts';
import { securityHeaders } from './domain/headers.ts';
import { mountForwarding } from './forward/mount-forwarding.ts';
import { gatewayModule } from './gateway.module.ts';
import { mountMetrics } from './measures/mount-metrics.ts';
import { mountPages } from './pages/mount-pages.ts';
import { Sessions } from './session/sessions.ts';

/** The one origin, put together; does not listen yet. */
export async function buildGateway(config: GatewayConfig): Promise<NestFastifyApplication> {
  const headers = securityHeaders(config.publicOrigin);
  const adapter = new FastifyAdapter({
    bodyLimit: 1 << 20,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    // A whole request has to be here within this time (slow senders hold nothing for long).
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
    // No hook runs for these.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      onFrameworkError(error, request, reply.headers(headers)),
  });
  const app = await NestFactory.create<NestFastifyApplication>(gatewayModule(config), adapter, {
    logger: ['warn', 'error', 'fatal'],
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  mountMetrics(fastify, config);
  const forwarding = mountForwarding(fastify, config, app.get(Sessions));
  fastify.addHook('onClose', () => forwarding.close());
  mountPages(fastify, config.webFolder);
  return app;
}
