/** Serves the web app as Vite built it: hashed files for ever, index.html anew each time. */
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '#libs/service-kit';

const NEVER_PAGES = /^\/(api|auth|oidc|status|log|\.well-known)(\/|$)/;

export const isBuilt = (folder: string): boolean => existsSync(join(folder, 'index.html'));

export function mountPages(app: FastifyInstance, folder: string): void {
  void app.register(async (scope) => {
    await scope.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
    await scope.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });

    // Only GET and HEAD: another method on a page is unknown to the gateway, and says so.
    scope.get('/*', async (request, reply) => page(request, reply, folder));
  });
}

async function page(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: string,
): Promise<FastifyReply> {
  const path = decodeURIComponent(request.url.split('?')[0] ?? '/');
  if (NEVER_PAGES.test(path)) throw new Problem('not-found', { detail: 'Check the address.' });
  if (path.startsWith('/assets/')) {
    void reply.header('cache-control', 'public, max-age=31536000, immutable');
    return reply.sendFile(path);
  }
  void reply.header('cache-control', 'no-cache');
  // A name with an ending is a file; without, a page of the single-page app.
  if (/\.[\w-]+$/.test(path)) return reply.sendFile(path);
  if (isBuilt(folder)) return reply.sendFile('/index.html');
  return reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT);
}

const NOT_BUILT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sanad</title></head>
<body><h1>The web app is not built</h1>
<p>The services may well be running; only the pages are missing. Run <code>npm run build</code>.</p>
</body></html>`;
