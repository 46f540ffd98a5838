// What a service with messaging shows of it: readiness, gauges.
import type { INestApplication } from '@nestjs/common';
import { register } from 'prom-client';
import { ensureTopics, Messaging, registerMessagingMetrics } from '#libs/messaging';
import { log } from './log.ts';
import { NotReady, Readiness } from './readiness.ts';

export function attachMessaging(app: INestApplication): void {
  const messaging = app.get(Messaging, { strict: false });
  app.get(Readiness, { strict: false }).add('messaging', async () => {
    const { ready, relay, consumers } = messaging.health();
    if (ready) return;
    const idle = consumers
      .filter(({ state }) => state !== 'running')
      .map(({ name, state }) => `${name} is ${state}`);
    throw new NotReady(
      [...idle, ...(relay === 'failing' ? ['the relay cannot send'] : [])].join(', '),
    );
  });
  if (!register.getSingleMetric('sanad_outbox_depth'))
    registerMessagingMetrics(register, messaging);
}

/**
 * Makes the topics that are not there yet. Without Kafka the service starts all the same (an exam in
 * progress does not need it) and tries on until `closing`.
 */
export async function provideTopics(
  brokers: readonly string[],
  prefix: string,
  closing: AbortSignal,
): Promise<void> {
  try {
    const replicas = Number(process.env['SANAD_TOPIC_REPLICAS'] ?? 1);
    await ensureTopics(brokers, { prefix, replicas });
  } catch (error) {
    if (closing.aborted) return;
    log.warn({ err: error }, 'topics cannot be provided yet');
    const again = setTimeout(() => void provideTopics(brokers, prefix, closing), 2000);
    closing.addEventListener('abort', () => clearTimeout(again), { once: true });
  }
}
