// What lies at fixed addresses outside /api: the DID document, status lists, the log's files.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Problem, sendProblem } from '#libs/service-kit';
import { LogError } from '#libs/transparency-log';
import { PublicFiles } from '../use-cases/public-files.ts';

export function servePublicFiles(app: NestFastifyApplication): void {
  const files = app.get(PublicFiles);
  const fastify = app.getHttpAdapter().getInstance();

  fastify.get('/.well-known/did.json', (_request, reply) =>
    reply
      .header('content-type', 'application/did+json')
      .header('cache-control', 'max-age=60')
      .send(JSON.stringify(files.didDocument())),
  );

  fastify.get<{ Params: { list: string } }>('/status/:list', (request, reply) => {
    const document = files.statusList(request.params.list);
    if (document === null) {
      sendProblem(reply, request, new Problem('not-found'));
      return reply;
    }
    return reply
      .header('content-type', 'application/vc')
      .header('cache-control', 'max-age=5')
      .send(JSON.stringify(document));
  });

  // C2SP tlog-tiles: "its headers SHOULD prevent caching beyond a few seconds".
  fastify.get('/log/checkpoint', async (_request, reply) =>
    reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('cache-control', 'max-age=1')
      .send(await files.checkpoint()),
  );

  fastify.get<{ Params: { '*': string } }>('/log/tile/*', async (request, reply) => {
    try {
      const tile = await files.tile(`tile/${request.params['*']}`);
      if (tile === null) throw new Problem('not-found');
      return await reply
        .header('content-type', 'application/octet-stream')
        .header('cache-control', 'max-age=31536000, immutable')
        .send(tile);
    } catch (error) {
      const known = error instanceof LogError ? new Problem('not-found') : error;
      sendProblem(reply, request, known instanceof Problem ? known : new Problem('unavailable'));
      return reply;
    }
  });
}
