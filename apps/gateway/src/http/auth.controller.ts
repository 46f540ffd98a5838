import { Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { log } from '#libs/service-kit';
import { CONFIG } from '../config.ts';
import type { GatewayConfig } from '../config.ts';
import { judgeForgery } from '../domain/forgery.ts';
import { returnPath } from '../domain/return-path.ts';
import { forgeryProblem, sentBy } from '../forward/mount-forwarding.ts';
import { Issuer } from '../session/issuer.ts';
import { SessionCookies } from '../session/session-cookie.ts';
import { Sessions } from '../session/sessions.ts';

/** Sign-in and sign-out of the browser: the only state is in its two sealed cookies. */
@Controller('auth')
export class AuthController {
  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    private readonly issuer: Issuer,
    private readonly cookies: SessionCookies,
    private readonly sessions: Sessions,
  ) {}

  @Get('sign-in')
  async signIn(
    @Query('return') wanted: string | string[] | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const first = Array.isArray(wanted) ? wanted[0] : wanted;
    const { attempt, location } = await this.issuer.begin(
      returnPath(first, this.config.publicOrigin),
    );
    const attempts = [...this.cookies.readAttempts(request.headers.cookie), attempt];
    await reply
      .header('set-cookie', this.cookies.attempts(attempts))
      .header('cache-control', 'no-store')
      .redirect(location, 303);
  }

  @Get('callback')
  async callback(
    @Query('state') state: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const attempts = this.cookies.readAttempts(request.headers.cookie);
    const attempt = attempts.find((one) => one.state === state);
    const others = this.cookies.attempts(attempts.filter((one) => one !== attempt));
    if (!attempt) return again(reply);
    try {
      const tokens = await this.issuer.complete(request.url, attempt);
      const csrf = randomBytes(24).toString('base64url');
      const session = this.cookies.session({ ...tokens, csrf, since: Date.now() });
      await reply
        .header('set-cookie', [others, session])
        .header('cache-control', 'no-store')
        .redirect(attempt.returnTo, 303);
    } catch (err) {
      log.warn({ err }, 'a sign-in was not completed');
      void reply.header('set-cookie', others);
      return again(reply);
    }
  }

  @Get('session')
  async session(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ signedIn: boolean; csrf: string | null }> {
    const now = Date.now();
    const known = this.sessions.read(request.headers.cookie, now);
    const current = known ? await this.sessions.renewed(known, now) : null;
    void reply.header('cache-control', 'no-store');
    if (current?.setCookie) void reply.header('set-cookie', current.setCookie);
    return { signedIn: Boolean(current?.session), csrf: current?.session?.csrf ?? null };
  }

  /** Ends the session here and its tokens at identity; without identity, here at least. */
  @Post('sign-out')
  @HttpCode(200)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ location: string }> {
    const session = this.sessions.read(request.headers.cookie, Date.now());
    const refusal = judgeForgery(sentBy(request), this.config.publicOrigin, session?.csrf ?? null);
    if (refusal !== null) throw forgeryProblem(refusal);
    void reply.header('set-cookie', this.cookies.noSession()).header('cache-control', 'no-store');
    if (session) {
      await this.issuer
        .revoke(session.refreshToken)
        .catch((err: unknown) => log.warn({ err }, 'tokens were not revoked at sign-out'));
    }
    return { location: '/' };
  }
}

/** A page without script or style of its own; the visitor begins anew. */
function again(reply: FastifyReply): void {
  void reply.code(400).type('text/html; charset=utf-8').header('cache-control', 'no-store')
    .send(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sanad</title>
<meta name="viewport" content="width=device-width"></head><body>
<p>This sign-in was not completed. <a href="/auth/sign-in">Begin anew</a></p>
<p lang="ru">Вход не завершён. <a href="/auth/sign-in">Начать заново</a></p>
<p lang="tg">Воридшавӣ анҷом наёфт. <a href="/auth/sign-in">Аз нав оғоз кунед</a></p>
</body></html>`);
}
