import { Catch, type ExceptionFilter, UseFilters } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';
import type { EntityManager } from 'typeorm';
import type { Event, EventName } from '#libs/contracts';

/**
 * A copy is rebuildable from the topic's start; `tables` are what a rebuild empties first.
 * A reaction is never rebuilt, and a business key guards its effect besides.
 */
export type HandlerKind = 'copy' | 'reaction';

export type OnOptions =
  | { readonly kind: 'copy'; readonly tables?: readonly string[] }
  | { readonly kind: 'reaction' };

type Handler<N extends EventName> = (event: Event<N>, tx: EntityManager) => Promise<void>;

/** Nest's own filter would turn an error into "Internal server error" and hide what it was. */
class PassOn implements ExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}
Catch()(PassOn);

export const patternOf = (kind: HandlerKind, name: string): string => `${kind}:${name}`;

/** Marks a method of a controller as the handler of an event: `async (event, tx) => void`. */
export const On =
  <N extends EventName>(name: N, options: OnOptions) =>
  <T extends Handler<N>>(
    target: object,
    property: string | symbol,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    EventPattern<string>(patternOf(options.kind, name), { ...options, event: name })(
      target,
      property,
      descriptor,
    );
    Payload()(target, property, 0);
    Ctx()(target, property, 1);
    UseFilters(new PassOn())(target, property, descriptor);
  };
