// Everybody there is: each kind of demo account, the administrator, a registry, and some made for the test.
import { randomBytes } from 'node:crypto';
import { PERMISSIONS } from '#libs/service-kit';
import {
  ADMINISTRATOR,
  as,
  DEMO_ACCOUNTS,
  makeAccount,
  readDemo,
} from '../../../tools/demo/accounts.ts';
import { signIn } from '../../../tools/demo/sign-in.ts';
import type { State } from '../../../tools/system/state.ts';

export interface Caller {
  readonly name: string;
  readonly permissions: readonly string[];
  /** The Authorization header. */
  authorization(): Promise<string>;
}

/** Each kind of account of the demo, and the registry's client. */
export async function everyKind(state: State): Promise<Caller[]> {
  const { passwords, registry } = readDemo(state);
  const names = [...DEMO_ACCOUNTS.map(({ userName }) => userName), ADMINISTRATOR];
  const accounts = await Promise.all(
    names.map((name) =>
      signedIn(
        state.origin,
        name,
        name === ADMINISTRATOR ? state.secrets.adminPassword : (passwords[name] ?? ''),
      ),
    ),
  );
  if (!registry) throw new Error('the demo has no registry');
  return [...accounts, await client(state.origin, registry)];
}

/** An account with every permission there is: `agencyId` makes it an officer of that agency only. */
export async function allPowerful(state: State, agencyId?: string): Promise<Caller> {
  const mark = randomBytes(4).toString('hex');
  const userName = `everything-${mark}`;
  const password = randomBytes(12).toString('base64url');
  const account = {
    userName,
    displayName: 'Everything',
    who: 'everything',
    permissions: PERMISSIONS,
    personnelNumber: `DEMO-EVERYTHING-${mark}`,
  };
  await makeAccount(await as(state, ADMINISTRATOR), account, password, agencyId);
  return signedIn(state.origin, userName, password);
}

export async function signedIn(origin: string, name: string, password: string): Promise<Caller> {
  const account = await signIn(origin, name, password);
  const claims = JSON.parse(
    Buffer.from(account.accessToken.split('.')[1] ?? '', 'base64url').toString(),
  ) as { permissions: string[] };
  return {
    name,
    permissions: claims.permissions,
    authorization: async () => `Bearer ${await account.token()}`,
  };
}

async function client(
  origin: string,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<Caller> {
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const answer = await fetch(`${origin}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return {
    name: 'registry',
    permissions: ['registry.verify'],
    authorization: async () => `Bearer ${token}`,
  };
}
