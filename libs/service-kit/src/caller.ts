import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Permission as PermissionName } from './permissions.ts';

/** Who is asking, as the access token says it. `person` is what separation of duties compares. */
export interface CallerIdentity {
  readonly account: string;
  readonly person: string | null;
  readonly agency: string | null;
  readonly permissions: readonly PermissionName[];
  readonly kind: 'account' | 'client';
}

export const ACCESS_RULE = 'sanad:access-rule';

export type AccessRule =
  | { readonly kind: 'public'; readonly why: string }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'permission'; readonly anyOf: readonly PermissionName[] };

/** The caller must hold one of the permissions. */
export const Permission = (...anyOf: PermissionName[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ACCESS_RULE, { kind: 'permission', anyOf } satisfies AccessRule),
    ApiBearerAuth(),
    ApiExtension('x-permission', anyOf),
  );

/** Anyone with an account: for what is the caller's own. */
export const SignedIn = (): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ACCESS_RULE, { kind: 'signed-in' } satisfies AccessRule),
    ApiBearerAuth(),
    ApiExtension('x-permission', ['signed-in']),
  );

/** Open to the world, or guarded by something else than an access token: `why` says what. */
export const Public = (why: string): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ACCESS_RULE, { kind: 'public', why } satisfies AccessRule),
    ApiExtension('x-permission', ['public']),
  );

export interface RequestWithCaller extends FastifyRequest {
  caller?: CallerIdentity;
}

/** The signed-in caller of this request. Only on routes that are not public. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<RequestWithCaller>();
  if (!request.caller) throw new Error('A route that reads its caller is public.');
  return request.caller;
});

/** The agencies whose people this caller may see: all, for an account of no agency. */
export function visibleAgencies(caller: CallerIdentity): 'all' | readonly string[] {
  return caller.agency === null ? 'all' : [caller.agency];
}
