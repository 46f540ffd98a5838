import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { childOf, connectMessaging, withTrace } from '#libs/messaging';
import { attachMessaging, provideTopics } from './attach-messaging.ts';
import { ConfigError, type BaseConfig } from './environment.ts';
import { log, NestLog } from './log.ts';
import { beginMetrics, observeRequest } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { onFrameworkError, ProblemFilter } from './problem.ts';
import { assertEveryRouteHasARule } from './route-rules.ts';
import { validationPipe } from './validation.ts';

export interface ServiceSpec {
  readonly config: BaseConfig;
  /** What the service is for: the first line of its OpenAPI document. */
  readonly description: string;
  readonly bodyLimit?: number;
  /** false for a service that neither publishes nor reads events. */
  readonly messaging?: boolean;
  /** Fastify plugins, raw routes, Kafka: runs before the service listens. */
  readonly prepare?: (app: NestFastifyApplication) => Promise<void> | void;
}

/** Builds the application with everything a service has; does not listen yet. */
export async function buildService(
  module: Type<unknown>,
  spec: ServiceSpec,
): Promise<NestFastifyApplication> {
  const { config } = spec;
  const adapter = new FastifyAdapter({
    bodyLimit: spec.bodyLimit ?? 1 << 20,
    trustProxy: '127.0.0.1',
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: onFrameworkError,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLog(),
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const given = request.headers['traceparent'];
    withTrace(childOf(typeof given === 'string' ? given : undefined), done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    observeRequest(route, request.method, reply.statusCode, reply.elapsedTime / 1000);
    log.debug(
      {
        route,
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
    done();
  });
  app.setGlobalPrefix(`api/${config.service}`);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  beginMetrics(config.service);
  assertEveryRouteHasARule(app);
  describeApi(app, config.service, spec.description);
  await spec.prepare?.(app);
  if (spec.messaging !== false) {
    attachMessaging(app);
    const closing = new AbortController();
    fastify.addHook('onClose', async () => closing.abort());
    await provideTopics(config.kafkaBrokers, config.topicPrefix, closing.signal);
    await connectMessaging(app);
  }
  return app;
}

/** Starts the service; a configuration that is not complete ends it with one clear line. */
export async function createService(
  module: Type<unknown>,
  spec: ServiceSpec,
): Promise<NestFastifyApplication> {
  const app = await buildService(module, spec);
  await app.listen(spec.config.port, spec.config.host);
  log.info({ port: spec.config.port }, 'listening');
  return app;
}

/** Wraps a service's main: says what is wrong in one line and ends with 1. */
export async function runMain(start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (error instanceof ConfigError) log.fatal(error.message);
    else log.fatal({ err: error }, 'did not start');
    process.exit(1);
  }
}
