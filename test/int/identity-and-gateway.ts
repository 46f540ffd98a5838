// Identity and gateway as they run, in this process, with one echoing service behind the gateway.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { ensureTopics } from '#libs/messaging';
import { buildService } from '#libs/service-kit';
import { buildGateway } from '../../apps/gateway/src/build-gateway.ts';
import { readConfig as gatewayConfig } from '../../apps/gateway/src/config.ts';
import { readConfig as identityConfig } from '../../apps/identity/src/config.ts';
import { identityModule } from '../../apps/identity/src/identity.module.ts';
import { signIn, type SignedIn } from '../../tools/demo/sign-in.ts';
import { freePorts } from '../../tools/engines/ports.ts';
import { call, type Answer } from '../engines/call.ts';
import { makeDatabase, type TestDatabase } from '../engines/database.ts';

export const ADMIN_PASSWORD = 'first-administrator-password';

export interface Echo {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Running {
  origin: string;
  identityUrl: string;
  sessionKey: string;
  database: TestDatabase;
  identity: NestFastifyApplication;
  gateway: NestFastifyApplication;
  admin: SignedIn;
  as(who: SignedIn, method: string, path: string, body?: unknown, more?: object): Promise<Answer>;
  /** Creates an account and signs it in with a password of its own. */
  person(name: string, permissions: string[], more?: object): Promise<Person>;
  startIdentity(): Promise<void>;
  stop(): Promise<void>;
}

export interface Person extends SignedIn {
  id: string;
  userName: string;
  password: string;
}

export async function startIdentityAndGateway(
  extra: Record<string, string> = {},
): Promise<Running> {
  const [identityPort = 0, gatewayPort = 0, echoPort = 0] = await freePorts(3);
  const origin = `http://localhost:${gatewayPort}`;
  const identityUrl = `http://127.0.0.1:${identityPort}`;
  const database = await makeDatabase('identity');
  const key = (): string => randomBytes(32).toString('hex');
  const environment = {
    SANAD_PUBLIC_ORIGIN: origin,
    SANAD_IDENTITY_URL: identityUrl,
    SANAD_CLIENT_SECRET: key(),
    SANAD_IDENTITY_KEY: key(),
    SANAD_PERSON_KEY: key(),
    SANAD_SESSION_KEY: key(),
    SANAD_ADMIN_PASSWORD: ADMIN_PASSWORD,
    SANAD_SERVICES: JSON.stringify({
      identity: identityUrl,
      competency: `http://127.0.0.1:${echoPort}`,
      certificates: `http://127.0.0.1:${echoPort}`,
      'exam-delivery': `http://127.0.0.1:${echoPort}`,
      'question-bank': 'http://127.0.0.1:1',
    }),
    DATABASE_URL: database.url,
    KAFKA_BROKERS: process.env['SANAD_TEST_KAFKA_BROKERS'] ?? '',
    SANAD_TOPIC_PREFIX: `identity-${gatewayPort}-`,
    ...extra,
  };
  const buildIdentity = async (): Promise<NestFastifyApplication> => {
    const config = identityConfig({ ...environment, SANAD_PORT: String(identityPort) });
    const app = await buildService(identityModule(config), { config, description: 'identity' });
    await app.listen(identityPort, '127.0.0.1');
    return app;
  };
  await ensureTopics([environment.KAFKA_BROKERS], { prefix: environment.SANAD_TOPIC_PREFIX });
  const echo = await listen(echoing(), echoPort);
  const gateway = await buildGateway(
    gatewayConfig({ ...environment, SANAD_PORT: String(gatewayPort) }),
  );
  await gateway.listen(gatewayPort, '127.0.0.1');
  const identity = await buildIdentity();
  const admin = await signIn(origin, 'administrator', ADMIN_PASSWORD);

  const as: Running['as'] = async (who, method, path, body, more = {}) =>
    call(origin, method, path, body, { authorization: `Bearer ${await who.token()}`, ...more });
  const running: Running = {
    origin,
    identityUrl,
    sessionKey: environment.SANAD_SESSION_KEY,
    database,
    identity,
    gateway,
    admin,
    as,
    person: async (name, permissions, more = {}) => {
      const created = await as(admin, 'POST', '/api/identity/accounts', {
        userName: name,
        displayName: `The person ${name}`,
        permissions,
        reason: 'for the test',
        ...more,
      });
      if (created.status !== 201) throw new Error(`${created.status} ${created.text}`);
      const { account, oneTimePassword } = created.json as {
        account: { id: string };
        oneTimePassword: string;
      };
      const password = `pass of ${randomBytes(9).toString('hex')}`;
      const signedIn = await signIn(origin, name, oneTimePassword, { newPassword: password });
      return Object.assign(signedIn, { id: account.id, userName: name, password });
    },
    startIdentity: async () => {
      running.identity = await buildIdentity();
    },
    stop: async () => {
      await running.identity.close();
      await gateway.close();
      echo.close();
      await database.drop();
    },
  };
  return running;
}

function echoing(): Server {
  return createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      if (url.includes('/never')) return;
      response.writeHead(url.includes('/missing') ? 404 : 200, {
        'content-type': 'application/json',
        'set-cookie': 'sneaky=1',
        'x-powered-by': 'something',
        etag: '"7"',
      });
      const body = Buffer.concat(parts).toString('utf8');
      response.end(JSON.stringify({ method, url, headers, body } satisfies Echo));
    });
  });
}

async function listen(server: Server, port: number): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}
