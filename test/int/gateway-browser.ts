// What a browser does with the gateway: follows redirects, keeps cookies by path, runs no script.
import { SessionCookies } from '../../apps/gateway/src/session/session-cookie.ts';
import { call, type Answer } from '../engines/call.ts';
import type { Running } from './identity-and-gateway.ts';

interface Kept {
  path: string;
  value: string;
}

export class Browser {
  csrf = '';
  /** Every Set-Cookie line that was seen. */
  readonly lines: string[] = [];
  private readonly system: Running;
  private readonly kept = new Map<string, Kept>();
  private readonly cookies: SessionCookies;

  constructor(system: Running) {
    this.system = system;
    this.cookies = new SessionCookies(Buffer.from(system.sessionKey, 'hex'), system.origin);
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await call(this.system.origin, method, path, body, {
      cookie: this.cookieLine(path),
      ...headers,
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  /** Answers the id of the sign-in. */
  async begin(returnTo: string): Promise<string> {
    const started = await this.call('GET', `/auth/sign-in?return=${encodeURIComponent(returnTo)}`);
    const authorization = new URL(started.headers.get('location') ?? '');
    const asked = await this.call('GET', authorization.pathname + authorization.search);
    return asked.headers.get('location')?.split('/').at(-1) ?? '';
  }

  /** Answers where the browser lands. */
  async finish(uid: string, userName: string, password: string): Promise<string> {
    const step = await this.call(
      'POST',
      `/api/identity/interaction/${uid}/sign-in`,
      { userName, password },
      { origin: this.system.origin },
    );
    const { redirect } = step.json as { redirect: string };
    const resumed = await this.call('GET', new URL(redirect).pathname);
    const callback = new URL(resumed.headers.get('location') ?? '');
    const landed = await this.call('GET', callback.pathname + callback.search);
    const session = await this.call('GET', '/auth/session');
    this.csrf = (session.json as { csrf: string | null }).csrf ?? '';
    return landed.headers.get('location') ?? '';
  }

  /** The Cookie header as the browser sends it to that path. */
  cookieLine(path = '/'): string {
    return [...this.kept]
      .filter(([, one]) => path.startsWith(one.path))
      .map(([key, one]) => `${key.split(' ')[0]}=${one.value}`)
      .join('; ');
  }

  /** The cookies that are left, whatever their path. */
  names(): string[] {
    return [...this.kept.keys()].map((key) => key.split(' ')[0] ?? '');
  }

  /** The same session, its access token ending so many milliseconds from now. */
  withTokenEndingIn(milliseconds: number): string {
    const now = Date.now();
    const session = this.cookies.readSession(this.cookieLine(), now);
    if (!session) throw new Error('nobody is signed in');
    const line = this.cookies.session({ ...session, expiresAt: now + milliseconds });
    return line.split(';')[0] ?? '';
  }

  private keep(line: string): void {
    this.lines.push(line);
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /; path=([^;]*)/i.exec(line)?.[1] ?? '/';
    const key = `${name} ${path}`;
    const over = /max-age=0/i.test(line) || line.includes('01 Jan 1970');
    if (over) this.kept.delete(key);
    else this.kept.set(key, { path, value });
  }
}

export async function signInBrowser(
  system: Running,
  returnTo: string,
  userName: string,
  password: string,
): Promise<Browser & { landed: string }> {
  const browser = new Browser(system);
  const uid = await browser.begin(returnTo);
  return Object.assign(browser, { landed: await browser.finish(uid, userName, password) });
}
