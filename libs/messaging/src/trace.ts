// W3C Trace Context: the traceparent of what is being done now, through awaits and through Kafka.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const storage = new AsyncLocalStorage<string>();

// Trace Context 1, §3.2: version 00; all-zero ids are invalid.
const shape = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;

const span = (): string => randomBytes(8).toString('hex');

export const currentTraceparent = (): string | null => storage.getStore() ?? null;

export const withTrace = <T>(traceparent: string, act: () => T): T => storage.run(traceparent, act);

export const newTraceparent = (): string => `00-${randomBytes(16).toString('hex')}-${span()}-01`;

/** The same trace with a span of its own; a new trace where there is none or it is not a traceparent. */
export const childOf = (traceparent: string | null | undefined): string => {
  const parts = shape.exec(traceparent ?? '');
  return parts ? `00-${parts[1]}-${span()}-${parts[2]}` : newTraceparent();
};

export const traceId = (traceparent: string | null): string | null =>
  shape.exec(traceparent ?? '')?.[1] ?? null;
