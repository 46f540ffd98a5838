/** The session lives in the browser, sealed: the gateway itself remembers nobody. */
import { open, seal } from '#libs/service-kit';

export interface Session {
  accessToken: string;
  refreshToken: string;
  /** Of the access token; milliseconds. */
  expiresAt: number;
  /** When the person signed in; milliseconds. */
  since: number;
  csrf: string;
}

/** A sign-in under way. Several tabs may each have one. */
export interface SignInAttempt {
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
}

const SESSION_HOURS = 12;
const SIGN_IN_MINUTES = 60;
const TABS = 4;

export class SessionCookies {
  private readonly key: Buffer;
  private readonly secure: boolean;
  private readonly sessionName: string;
  private readonly signInName: string;

  constructor(key: Buffer, publicOrigin: string) {
    this.key = key;
    this.secure = publicOrigin.startsWith('https:');
    // __Host- makes browsers refuse the cookie from a neighbouring host or over plain HTTP.
    this.sessionName = this.secure ? '__Host-sanad' : 'sanad';
    this.signInName = this.secure ? '__Secure-sanad-sign-in' : 'sanad-sign-in';
  }

  readSession(header: string | undefined, nowMs: number): Session | null {
    const session = this.read<Session>(header, this.sessionName);
    return session && nowMs - session.since < SESSION_HOURS * 3_600_000 ? session : null;
  }

  session(session: Session): string {
    return this.write(this.sessionName, session, '/', undefined);
  }

  noSession(): string {
    return this.write(this.sessionName, null, '/', 0);
  }

  readAttempts(header: string | undefined): SignInAttempt[] {
    return this.read<SignInAttempt[]>(header, this.signInName) ?? [];
  }

  attempts(attempts: readonly SignInAttempt[]): string {
    return attempts.length === 0
      ? this.write(this.signInName, null, '/auth', 0)
      : this.write(this.signInName, attempts.slice(-TABS), '/auth', SIGN_IN_MINUTES * 60);
  }

  private read<T>(header: string | undefined, name: string): T | null {
    if (!header?.includes(`${name}=`)) return null;
    const [iv, tag, ciphertext] = valueOf(header, name).split('.');
    if (!iv || !tag || !ciphertext) return null;
    try {
      return JSON.parse(open(this.key, { iv, tag, ciphertext }, name).toString('utf8')) as T;
    } catch {
      // Made under an earlier key, or by somebody else: no session.
      return null;
    }
  }

  private write(name: string, value: object | null, path: string, maxAge?: number): string {
    const sealed = value === null ? null : seal(this.key, JSON.stringify(value), name);
    return [
      `${name}=${sealed ? `${sealed.iv}.${sealed.tag}.${sealed.ciphertext}` : ''}`,
      `Path=${path}`,
      'HttpOnly',
      'SameSite=Lax',
      ...(this.secure ? ['Secure'] : []),
      ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
    ].join('; ');
  }
}

/** The values are base64 and dots: nothing in them is quoted or escaped (RFC 6265 §4.1.1). */
function valueOf(header: string, name: string): string {
  for (const pair of header.split(';')) {
    const text = pair.trim();
    if (text.startsWith(`${name}=`)) return text.slice(name.length + 1);
  }
  return '';
}
