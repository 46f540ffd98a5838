// Writes docs/openapi/<service>.json from the built services, without a database or a broker: Nest's
// preview mode builds the routes and no provider. `--check` only says which are stale.
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { BaseConfig } from '#libs/service-kit';
import { SERVICES } from '../system/services.ts';
import { PROJECT } from '../system/project.ts';

const KEY = '0'.repeat(64);
const ENVIRONMENT = {
  SANAD_PORT: '1',
  DATABASE_URL: 'postgres://nowhere',
  KAFKA_BROKERS: 'nowhere:1',
  SANAD_PUBLIC_ORIGIN: 'http://localhost:8080',
  SANAD_IDENTITY_URL: 'http://nowhere',
  SANAD_CLIENT_SECRET: 'none',
  SANAD_PERSON_KEY: KEY,
  SANAD_SEAL_KEY: KEY,
  SANAD_IDENTITY_KEY: KEY,
  SANAD_ATTEMPT_TOKEN_KEY: KEY,
  SANAD_KEY_ENCRYPTION_KEY: KEY,
};

type Module_ = Record<string, (config: BaseConfig) => Type<unknown>>;

async function documentOf(service: string): Promise<OpenAPIObject> {
  const built = (...path: string[]): string => join(PROJECT, 'dist', ...path);
  const source = built('apps', service, 'src');
  const kit = (await import(
    built('libs', 'service-kit', 'src', 'index.js')
  )) as typeof import('#libs/service-kit');
  const { readConfig } = (await import(join(source, 'config.js'))) as {
    readConfig(env: object): BaseConfig;
  };
  const wiring = (await import(join(source, `${service}.module.js`))) as Module_;
  const name = Object.keys(wiring).find((key) => key.endsWith('Module')) ?? '';
  const make = wiring[name];
  if (!make) throw new Error(`${service} exports no module`);
  const app = await NestFactory.create(make(readConfig(ENVIRONMENT)), new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  });
  app.setGlobalPrefix(`api/${service}`);
  return kit.openApiOf(app, service, descriptionOf(service));
}

/** The words that the service's main.ts says of itself. */
function descriptionOf(service: string): string {
  const main = readFileSync(join(PROJECT, 'apps', service, 'src', 'main.ts'), 'utf8');
  return /description:\s*'([^']+)'/.exec(main)?.[1] ?? service;
}

const check = process.argv.includes('--check');
const stale: string[] = [];
mkdirSync(join(PROJECT, 'docs', 'openapi'), { recursive: true });
for (const service of SERVICES.filter((name) => name !== 'gateway')) {
  const file = join(PROJECT, 'docs', 'openapi', `${service}.json`);
  const text = `${JSON.stringify(await documentOf(service), null, 2)}\n`;
  if (!check) writeFileSync(file, text);
  else if (read(file) !== text) stale.push(`docs/openapi/${service}.json`);
}
if (stale.length > 0) console.log(`Stale: ${stale.join(', ')}. Run: npm run generate`);
process.exit(stale.length > 0 ? 1 : 0);

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
