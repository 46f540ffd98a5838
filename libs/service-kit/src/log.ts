// Structured logs, one JSON object a line, with the trace that runs through HTTP and Kafka.
import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import { currentTraceparent, traceId } from '#libs/messaging';

export const log = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: { service: process.env['SANAD_SERVICE'] ?? 'sanad' },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  mixin: () => {
    const trace = traceId(currentTraceparent());
    return trace === null ? {} : { trace };
  },
  serializers: { err: (error: unknown) => describeError(error) },
});

/** A database error's detail and parameters may hold people's data: only code and stack are kept. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const driver = (error as { driverError?: { code?: string; constraint?: string } }).driverError;
  return {
    name: error.name,
    message: error.message,
    ...(driver ? { sqlstate: driver.code, constraint: driver.constraint } : {}),
    stack: error.stack,
  };
}

/** Nest's own messages into the same stream: its start-up chatter at debug. */
export class NestLog implements LoggerService {
  log(message: unknown, context?: string): void {
    log.debug({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    log.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: string): void {
    log.trace({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    log.warn({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    log.error({ context, stack }, String(message));
  }
  fatal(message: unknown, context?: string): void {
    log.fatal({ context }, String(message));
  }
}
