import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** Serves the OpenAPI document of a service at /api/<service>/docs (page) and /docs-json. */
export function describeApi(app: INestApplication, service: string, description: string): void {
  const path = `api/${service}/docs`;
  SwaggerModule.setup(path, app, () => openApiOf(app, service, description), {
    jsonDocumentUrl: `api/${service}/docs-json`,
    yamlDocumentUrl: `api/${service}/docs-yaml`,
  });
}

export function openApiOf(
  app: INestApplication,
  service: string,
  description: string,
): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle(`Sanad: ${service}`)
    .setDescription(description)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, config);
}
