/** Reads the session of a request and renews its access token shortly before its end. */
import type { Issuer, Refreshed } from './issuer.ts';
import type { Session, SessionCookies } from './session-cookie.ts';

const RENEW_BEFORE_MS = 60_000;
/** Requests that were already on their way with the old cookie share the renewal. */
const SHARED_FOR_MS = 30_000;

export interface Current {
  session: Session | null;
  /** To be sent back, when the cookie has to change. */
  setCookie: string | null;
}

export class Sessions {
  private readonly issuer: Issuer;
  private readonly cookies: SessionCookies;
  private readonly renewals = new Map<string, Promise<Refreshed>>();

  constructor(issuer: Issuer, cookies: SessionCookies) {
    this.issuer = issuer;
    this.cookies = cookies;
  }

  read(cookieHeader: string | undefined, nowMs: number): Session | null {
    return this.cookies.readSession(cookieHeader, nowMs);
  }

  /**
   * A renewal that fails must not fail the request: it may be for a public route. It goes on with
   * the old token while that lasts, else without one, and a protected route then answers 401.
   */
  async renewed(session: Session, nowMs: number): Promise<Current> {
    if (session.expiresAt - nowMs > RENEW_BEFORE_MS) return { session, setCookie: null };
    const answer = await this.renew(session.refreshToken);
    switch (answer.outcome) {
      case 'tokens': {
        const next = { ...session, ...answer.tokens };
        return { session: next, setCookie: this.cookies.session(next) };
      }
      case 'ended':
        return { session: null, setCookie: this.cookies.noSession() };
      case 'unavailable':
        return { session: session.expiresAt > nowMs ? session : null, setCookie: null };
    }
  }

  private renew(refreshToken: string): Promise<Refreshed> {
    const underWay = this.renewals.get(refreshToken);
    if (underWay) return underWay;
    const renewal = this.issuer.refresh(refreshToken);
    this.renewals.set(refreshToken, renewal);
    void renewal.then((answer) => {
      const keepFor = answer.outcome === 'tokens' ? SHARED_FOR_MS : 1000;
      setTimeout(() => this.renewals.delete(refreshToken), keepFor).unref();
    });
    return renewal;
  }
}
