// Refusals over HTTP: RFC 9457 problem+json. One class, one filter, a closed union of codes.
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { log } from './log.ts';

const PROBLEMS = {
  invalid: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'This account may not do that' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'not-allowed': { status: 405, title: 'This cannot be done here' },
  'not-acceptable': { status: 406, title: 'There is no such representation' },
  conflict: { status: 409, title: 'This contradicts what is already there' },
  gone: { status: 410, title: 'This is no longer there' },
  'precondition-failed': { status: 412, title: 'Somebody changed this in the meantime' },
  'too-large': { status: 413, title: 'The body is too large' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  'unsupported-media-type': { status: 415, title: 'This kind of body is not read here' },
  unprocessable: { status: 422, title: 'The rules do not allow this' },
  'precondition-required': { status: 428, title: 'Say which version you change' },
  'too-many-requests': { status: 429, title: 'Too many requests; wait a little' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'This service cannot answer just now' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** `field` is a path into the body or query, e.g. `languages.en.prompt`. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
  /** The constraint or the reason, for whoever says it in another language. */
  readonly code?: string;
}

export interface ProblemDetails {
  /** The service's own closed code for the refusal, in kebab-case. */
  readonly reason?: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** Seconds after which trying again makes sense; sent as Retry-After, too. */
  readonly retryAfter?: number;
}

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? PROBLEMS[code].title);
    this.code = code;
    this.details = details;
  }
  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    sendProblem(reply, request, toProblem(error, request));
  }
}

/** What Fastify refuses before there is a route: a broken or overlong address. */
export const onFrameworkError = (
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void => sendProblem(reply, request, toProblem(error, request));

export function sendProblem(reply: FastifyReply, request: FastifyRequest, problem: Problem): void {
  const { retryAfter, ...members } = problem.details;
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  if (problem.code === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
  void reply
    .code(problem.status)
    .header('content-type', 'application/problem+json')
    .header('cache-control', 'no-store')
    .send(
      JSON.stringify({
        type: `urn:sanad:problem:${problem.code}`,
        title: PROBLEMS[problem.code].title,
        status: problem.status,
        instance: request.url.split('?')[0],
        ...members,
      }),
    );
}

/** What leaves the house never holds a stack, a query or a value of the database. */
export function toProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  const code = codeOfStatus(status);
  if (code !== undefined && code !== 'internal') {
    return new Problem(code, { detail: clientDetail(code, error) });
  }
  log.error({ err: error, route: request.routeOptions.url }, 'request failed');
  if (isBeyondTheDatabase(error)) return new Problem('invalid', { detail: BEYOND });
  return isConnectionFailure(error)
    ? new Problem('unavailable', { retryAfter: 2 })
    : new Problem('internal');
}

function statusOf(error: unknown): number {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

function codeOfStatus(status: number): ProblemCode | undefined {
  const entries = Object.entries(PROBLEMS) as [ProblemCode, { status: number }][];
  return entries.find(([, problem]) => problem.status === status)?.[0];
}

function clientDetail(code: ProblemCode, error: unknown): string {
  if (code === 'not-found') return 'Check the address.';
  return error instanceof Error ? error.message : PROBLEMS[code].title;
}

const BEYOND = 'A value is too large, too long or of a form that cannot be kept.';

/**
 * SQLSTATE class 22 (data exception), as far as a caller's value brings it about: too long, out of range,
 * not a date, not a text, not of its type. The net under the rules of the DTOs, which name the field.
 */
function isBeyondTheDatabase(error: unknown): boolean {
  const code = (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof code === 'string' && /^22(001|003|007|008|021|P02|P05)$/.test(code);
}

// SQLSTATE class 08 (connection), 57P (shutdown), 53 (resources), and Node's own.
function isConnectionFailure(error: unknown): boolean {
  const cause = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  const code = cause?.driverError?.code ?? cause?.code;
  // The pool's own words when no connection came free in time.
  if (error instanceof Error && error.message === 'timeout exceeded when trying to connect')
    return true;
  if (typeof code !== 'string') return false;
  return /^(08|57P|53)/.test(code) || /^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT)$/.test(code);
}
