/** Each act on somebody's account: load, decide, then save, audit and publish in one transaction. */
import { appendAudit, Problem, requireMatch } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Account } from '../domain/account.ts';
import { mayChange } from '../domain/authority.ts';
import type { AuthorityRefusal } from '../domain/authority.ts';
import { accountToChange, otherAdministrators, saveAccount } from '../store/accounts.ts';
import type { Tx } from '../store/accounts.ts';
import { announceAccount } from './announce-account.ts';

export interface AccountAct {
  caller: CallerIdentity;
  id: string;
  act: string;
  reason: string;
  at: Date;
  /** The If-Match header; null for acts that hold whatever the version is. */
  ifMatch: string | undefined | null;
  /** Facts for the audit trail, never a name or a password. */
  facts?: (before: Account, after: Account) => Record<string, unknown>;
}

export async function changeAccount(
  tx: Tx,
  act: AccountAct,
  edit: (account: Account) => Account | Promise<Account>,
): Promise<Account> {
  // Taken before the row, as every act does, so that two acts never wait for each other in a ring.
  const others = await otherAdministrators(tx, act.id);
  const before = await accountToChange(tx, act.id);
  if (!before) throw new Problem('not-found');
  const after = await edit({ ...before });
  const decision = mayChange(act.caller, before, after, others);
  if (decision.outcome === 'refused') throw refusalProblem(decision.reason);
  if (act.ifMatch !== null) requireMatch(act.ifMatch, before.version);
  const saved = await saveAccount(tx, { ...after, version: before.version + 1 });
  await appendAudit(tx, {
    act: act.act,
    actor: act.caller,
    subject: { kind: 'account', id: act.id },
    reason: act.reason,
    at: act.at,
    ...(act.facts ? { data: act.facts(before, saved) } : {}),
  });
  await announceAccount(tx, saved, act.at);
  return saved;
}

export function refusalProblem(reason: AuthorityRefusal): Problem {
  switch (reason) {
    case 'not-found':
      return new Problem('not-found');
    case 'own-account':
      return new Problem('forbidden', {
        reason,
        detail: 'Nobody changes an account of his own: ask another administrator.',
      });
    case 'beyond-own-authority':
      return new Problem('forbidden', {
        reason,
        detail: 'This reaches beyond your agency or your own permissions.',
      });
    case 'last-administrator':
      return new Problem('unprocessable', {
        reason,
        detail: 'No unlocked national administrator would be left.',
      });
  }
}
