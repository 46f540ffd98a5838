// Nest's own Kafka server tries a failing handler for ever and blocks its partition; this strategy
// keeps Nest's decorators, pipes and injection and leaves everything else to our consumer groups.
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import type { EntityManager } from 'typeorm';
import type { Event, EventName } from '#libs/contracts';
import { isEventName } from '#libs/contracts';
import { type HandlerKind, patternOf } from './on.ts';

export type Registered = {
  readonly kind: HandlerKind;
  readonly event: EventName;
  readonly tables: readonly string[] | null;
};

type Life = {
  readonly open: (handlers: readonly Registered[]) => void;
  readonly close: () => Promise<void>;
};

const kindOf = (extras: Record<string, unknown>): HandlerKind | null => {
  const kind = extras['kind'];
  return kind === 'copy' || kind === 'reaction' ? kind : null;
};

export class KafkaTransport extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('kafka');
  override readonly propagatesEventHandlerErrors = true;
  private readonly registered: Registered[] = [];
  private readonly life: Life;

  constructor(life: Life) {
    super();
    this.life = life;
  }

  override addHandler(
    pattern: unknown,
    callback: MessageHandler,
    isEventHandler = false,
    extras: Record<string, unknown> = {},
  ): void {
    const { event, tables } = extras;
    const kind = kindOf(extras);
    if (kind === null || typeof event !== 'string' || !isEventName(event)) {
      throw new Error(`${String(pattern)}: events are taken by @On and in no other way`);
    }
    if (this.messageHandlers.has(patternOf(kind, event))) {
      throw new Error(`There are two handlers of the kind ${kind} for ${event}`);
    }
    this.registered.push({
      kind,
      event,
      tables: Array.isArray(tables) ? tables.map(String) : null,
    });
    super.addHandler(pattern, callback, isEventHandler, extras);
  }

  listen(callback: () => void): void {
    this.life.open(this.registered);
    callback();
  }

  close(): Promise<void> {
    return this.life.close();
  }

  async handle(kind: HandlerKind, event: Event<EventName>, tx: EntityManager): Promise<void> {
    const handler = this.messageHandlers.get(patternOf(kind, event.name));
    if (!handler) throw new Error(`Nothing handles ${event.name} as a ${kind}`);
    const answer = this.transformToObservable(await handler(event, tx));
    await lastValueFrom(answer, { defaultValue: undefined });
  }

  on(): never {
    throw new Error('This transport has no events of its own');
  }

  unwrap(): never {
    throw new Error('Kafka is not to be used past messaging');
  }
}
