/** What one person may do to the account of another. */
import { isAdministrator } from './account.ts';
import type { Account } from './account.ts';

export interface Actor {
  account: string;
  person: string | null;
  agency: string | null;
  permissions: readonly string[];
}

export type AuthorityRefusal =
  | 'not-found'
  | 'own-account'
  | 'beyond-own-authority'
  | 'last-administrator';

export type AuthorityDecision =
  | { outcome: 'allowed' }
  | { outcome: 'refused'; reason: AuthorityRefusal };

const allowed: AuthorityDecision = { outcome: 'allowed' };
const refused = (reason: AuthorityRefusal): AuthorityDecision => ({ outcome: 'refused', reason });

type Target = Pick<Account, 'id' | 'person' | 'agency' | 'permissions' | 'lockedAt'>;

/** Persons are compared, not accounts only: a second account is no way around the rule. */
const isOwn = (actor: Actor, target: { id?: string; person: string | null }): boolean =>
  actor.account === target.id || (actor.person !== null && actor.person === target.person);

/** Within an agency nobody hands out more than he has; sitting exams is everybody's. */
const withinAuthority = (actor: Actor, permissions: readonly string[]): boolean =>
  actor.agency === null ||
  permissions.every((one) => one === 'exams.sit' || actor.permissions.includes(one));

export function mayCreate(
  actor: Actor,
  wanted: Pick<Account, 'person' | 'agency' | 'permissions'>,
): AuthorityDecision {
  if (isOwn(actor, wanted)) return refused('own-account');
  if (actor.agency !== null && wanted.agency !== actor.agency) {
    return refused('beyond-own-authority');
  }
  return withinAuthority(actor, wanted.permissions) ? allowed : refused('beyond-own-authority');
}

/** `after` is the target as the act would leave it; `otherAdministrators` counts without it. */
export function mayChange(
  actor: Actor,
  target: Target,
  after: Target,
  otherAdministrators: number,
): AuthorityDecision {
  if (actor.agency !== null && target.agency !== actor.agency) return refused('not-found');
  if (isOwn(actor, target)) return refused('own-account');
  if (actor.agency !== null && after.agency !== actor.agency) {
    return refused('beyond-own-authority');
  }
  const touched = [...target.permissions, ...after.permissions];
  if (!withinAuthority(actor, touched)) return refused('beyond-own-authority');
  if (isAdministrator(target) && !isAdministrator(after) && otherAdministrators === 0) {
    return refused('last-administrator');
  }
  return allowed;
}
