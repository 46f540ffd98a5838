// A practitioner belongs to one agency at a time, in roles, from a date; the past stays on record.

import type { LegalDate } from '../attainment/attainment.ts';

export interface Affiliation {
  agencyId: string;
  roleIds: string[];
  from: LegalDate;
  /** Its last day; null while it lasts. */
  to: LegalDate | null;
}

export interface AffiliationChange {
  agencyId: string;
  roleIds: string[];
  /** False: leaves the service; the last affiliation ends and none follows. */
  active: boolean;
  from: LegalDate;
}

export type AffiliationDecision =
  | { outcome: 'changed'; closed: Affiliation | null; opened: Affiliation | null }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; reason: 'date-in-future' | 'before-current' | 'no-roles' };

export const currentAffiliation = (history: readonly Affiliation[]): Affiliation | undefined =>
  history.find((affiliation) => affiliation.to === null);

export const dayBefore = (date: LegalDate): LegalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

const sameRoles = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((roleId) => other.includes(roleId));

export function changeAffiliation(
  history: readonly Affiliation[],
  change: AffiliationChange,
  today: LegalDate,
): AffiliationDecision {
  const current = currentAffiliation(history);
  if (change.from > today) return { outcome: 'refused', reason: 'date-in-future' };
  if (change.active && change.roleIds.length === 0)
    return { outcome: 'refused', reason: 'no-roles' };
  const same =
    current === undefined
      ? !change.active
      : change.active &&
        current.agencyId === change.agencyId &&
        sameRoles(current.roleIds, change.roleIds);
  if (same) return { outcome: 'unchanged' };
  const latestStart = history.reduce((latest, { from }) => (from > latest ? from : latest), '');
  if (change.from < latestStart) return { outcome: 'refused', reason: 'before-current' };
  const opened: Affiliation | null = change.active
    ? { agencyId: change.agencyId, roleIds: change.roleIds, from: change.from, to: null }
    : null;
  // What began on the very day of its change never was: it ends before it began, and is replaced.
  const closed = current === undefined ? null : { ...current, to: dayBefore(change.from) };
  return { outcome: 'changed', closed, opened };
}
