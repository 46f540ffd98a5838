/** Measures every answer, and shows the measures on a door of their own: the first is the public origin. */
import type { FastifyInstance } from 'fastify';
import { createServer, type Server } from 'node:http';
import { beginMetrics, log, metricsText, observeRequest } from '#libs/service-kit';
import type { GatewayConfig } from '../config.ts';

const PATH = '/api/gateway/metrics';

export function mountMetrics(
  app: FastifyInstance,
  { host, metricsPort }: Pick<GatewayConfig, 'host' | 'metricsPort'>,
): void {
  beginMetrics('gateway');
  app.addHook('onResponse', (request, reply, done) => {
    // The pattern of the route table (/api/competency/*), so that labels are few and name nobody.
    const route = request.routeOptions.url ?? 'unknown';
    observeRequest(route, request.method, reply.raw.statusCode, reply.elapsedTime / 1000);
    done();
  });
  if (metricsPort === null) return;
  const door = openDoor();
  // A port that is taken ends the start, as the gateway's own does.
  app.addHook('onReady', () => listen(door, metricsPort, host));
  app.addHook('onClose', () => close(door));
}

function openDoor(): Server {
  return createServer((request, response) => {
    const [path] = (request.url ?? '').split('?');
    if (path !== PATH || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    metricsText().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text),
      (err: unknown) => {
        log.error({ err }, 'metrics could not be read');
        response.writeHead(500).end();
      },
    );
  });
}

const listen = (door: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    door.once('error', reject);
    door.listen(port, host, resolve);
  });

async function close(door: Server): Promise<void> {
  if (!door.listening) return;
  const closed = new Promise<void>((resolve) => door.close(() => resolve()));
  door.closeAllConnections();
  await closed;
}
