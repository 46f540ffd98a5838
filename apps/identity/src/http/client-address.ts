import type { FastifyRequest } from 'fastify';

/** The gateway, through which alone this service is reached, writes the address it saw last. */
export function clientAddress(request: FastifyRequest): string {
  const forwarded = request.headers['x-forwarded-for'];
  const listed = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',');
  return listed.at(-1)?.trim() || request.ip;
}
