import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Lists of candidates come as text/csv; every other body of this service is JSON. */
export function acceptCsv(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    );
}
