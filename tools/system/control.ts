// A loopback door for tests and benches: stop and start one part of a running system.
import { createServer, type Server } from 'node:http';
import { timingSafeEqual } from 'node:crypto';

export type Parts = Readonly<Record<string, { stop(): Promise<void>; start(): Promise<void> }>>;

/** POST /<part>/stop|start with the state's control token as bearer. Answers when it is done. */
export function openControl(port: number, token: string, parts: Parts): Promise<Server> {
  const expected = Buffer.from(`Bearer ${token}`);
  const server = createServer((request, response) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    const [, name = '', act = ''] = (request.url ?? '').split('/');
    const part = parts[name];
    const allowed = given.length === expected.length && timingSafeEqual(given, expected);
    if (!allowed || request.method !== 'POST' || !part || (act !== 'stop' && act !== 'start')) {
      response.writeHead(allowed ? 404 : 403).end();
      return;
    }
    part[act]().then(
      () => response.writeHead(204).end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
