// W3C Trace Context (traceparent, version 00): taken from the request or begun here.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const storage = new AsyncLocalStorage<string>();
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

export const currentTraceparent = (): string | undefined => storage.getStore();

export function withTrace<T>(traceparent: string | undefined, run: () => T): T {
  const given = traceparent !== undefined && TRACEPARENT.test(traceparent);
  return storage.run(given ? traceparent : newTraceparent(), run);
}

export const newTraceparent = (): string =>
  `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
