/** Sends a request on to a service over kept connections, and its answer back. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'undici';
import type { Dispatcher } from 'undici';
import { log, Problem } from '#libs/service-kit';
import { requestHeaders, responseHeaders } from '../domain/headers.ts';

export interface Onward {
  authorization: string | undefined;
  cookie: string | undefined;
  /** Of the gateway, on top of the service's answer. */
  headers: Readonly<Record<string, string>>;
  setCookie: string | null;
  /** The service's own Set-Cookie headers pass: only identity's do. */
  passCookies: boolean;
  timeoutMs: number;
}

export class Forwarder {
  readonly service: string;
  private readonly pool: Pool;
  private readonly forwardedHost: string;
  private readonly forwardedProto: string;

  constructor(service: string, address: string, publicOrigin: string) {
    const { host, protocol } = new URL(publicOrigin);
    this.service = service;
    this.forwardedHost = host;
    this.forwardedProto = protocol.slice(0, -1);
    this.pool = new Pool(address, {
      connections: 128,
      pipelining: 1,
      keepAliveTimeout: 30_000,
      connect: { timeout: 2000 },
    });
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }

  /** Resolves when the answer is sent; rejects with a Problem while none has begun. */
  async send(request: FastifyRequest, reply: FastifyReply, onward: Onward): Promise<void> {
    try {
      await this.once(request, reply, onward);
    } catch (error) {
      // A kept connection may close in the moment it is used; reading again does no harm.
      const again = request.method === 'GET' && isClosedConnection(error) && !reply.raw.headersSent;
      if (!again) throw this.problem(error);
      await this.once(request, reply, onward).catch((second: unknown) => {
        throw this.problem(second);
      });
    }
  }

  private once(request: FastifyRequest, reply: FastifyReply, onward: Onward): Promise<void> {
    return new Promise((resolve, reject) => {
      const answer = new Answer(request, reply, onward, resolve, reject);
      this.pool.dispatch(
        {
          path: request.raw.url ?? '/',
          method: request.method as Dispatcher.HttpMethod,
          headers: {
            ...requestHeaders(request.headers),
            'x-forwarded-for': request.ip,
            'x-forwarded-host': this.forwardedHost,
            'x-forwarded-proto': this.forwardedProto,
            ...(onward.authorization ? { authorization: onward.authorization } : {}),
            ...(onward.cookie ? { cookie: onward.cookie } : {}),
          },
          body: Buffer.isBuffer(request.body) ? request.body : null,
          headersTimeout: onward.timeoutMs,
          bodyTimeout: onward.timeoutMs,
        },
        answer,
      );
    });
  }

  private problem(error: unknown): Problem {
    log.warn({ err: error, upstream: this.service }, 'service did not answer');
    return new Problem('unavailable', {
      reason: 'service-unavailable',
      detail: `The service ${this.service} does not answer just now. Try again in a moment.`,
      retryAfter: 2,
    });
  }
}

/** Streams the answer; one that fits in a chunk leaves in one write. */
class Answer implements Dispatcher.DispatchHandler {
  private readonly reply: FastifyReply;
  private readonly onward: Onward;
  private readonly resolve: () => void;
  private readonly reject: (error: unknown) => void;
  private held: Buffer | null = null;
  private ended = false;

  constructor(
    request: FastifyRequest,
    reply: FastifyReply,
    onward: Onward,
    resolve: () => void,
    reject: (error: unknown) => void,
  ) {
    this.reply = reply;
    this.onward = onward;
    this.resolve = resolve;
    this.reject = reject;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.reply.raw.once('close', () => {
      if (!this.ended) controller.abort(new Error('the caller went away'));
    });
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    const out = { ...responseHeaders(headers), ...this.onward.headers };
    out['cache-control'] ??= 'no-store';
    const set = [
      ...(this.onward.passCookies ? [headers['set-cookie'] ?? []].flat() : []),
      ...(this.onward.setCookie === null ? [] : [this.onward.setCookie]),
    ];
    if (set.length > 0) out['set-cookie'] = set;
    // From here on Fastify has no part in the answer.
    this.reply.hijack();
    this.reply.raw.writeHead(status, out);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const { raw } = this.reply;
    const flows = this.held === null || raw.write(this.held);
    this.held = chunk;
    if (flows) return;
    controller.pause();
    raw.once('drain', () => controller.resume());
  }

  onResponseEnd(): void {
    this.ended = true;
    this.reply.raw.end(this.held ?? undefined);
    this.resolve();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.ended = true;
    if (!this.reply.raw.headersSent) {
      this.reject(error);
      return;
    }
    // Half an answer must not look like a whole one.
    this.reply.raw.destroy();
    this.resolve();
  }
}

function isClosedConnection(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';
}
