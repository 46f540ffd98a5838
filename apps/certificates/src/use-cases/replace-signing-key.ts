import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { HistoricKey } from '#libs/credentials';
import { inTransaction } from '#libs/messaging';
import { appendAudit, Problem } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import { historyOf, newKey } from '../publishing/signing-keys.ts';
import { endKey, insertKey, issuingKeys, lockFirstStart } from '../store/signing-keys.ts';

export type KeyReplacement = {
  /** The key that the caller saw in use. */
  readonly replaces: string;
  readonly reason: string;
  /** Since when somebody else may have had it; left out where it is replaced in good time. */
  readonly compromisedFrom?: Date | undefined;
};

/** Until then a signature that another process has begun with the former key is still good. */
const OVERLAP_MS = 60_000;

/** A new key signs from now on; the former stays in DID document and trust file, with its end. */
@Injectable()
export class ReplaceSigningKey {
  constructor(private readonly desk: Desk) {}

  async list(caller: CallerIdentity): Promise<HistoricKey[]> {
    requireNational(caller);
    return historyOf(await issuingKeys(this.desk.database.manager));
  }

  async replace(caller: CallerIdentity, order: KeyReplacement): Promise<HistoricKey[]> {
    requireNational(caller);
    const { desk } = this;
    await inTransaction(desk.database, async (tx) => {
      await lockFirstStart(tx);
      await this.replaced(tx, caller, order);
    });
    await desk.keys.refresh(desk.database.manager);
    await desk.statusLists.refresh();
    return this.list(caller);
  }

  private async replaced(
    tx: EntityManager,
    caller: CallerIdentity,
    { replaces, reason, compromisedFrom }: KeyReplacement,
  ): Promise<void> {
    const { desk } = this;
    const now = desk.now();
    const keys = await issuingKeys(tx);
    const former = keys.find(({ validUntil }) => validUntil === null);
    if (former?.id !== replaces) {
      throw new Problem('conflict', {
        reason: 'key-not-in-use',
        detail: `The key in use is ${former?.id}.`,
      });
    }
    const stolen = compromisedFrom ?? null;
    if (stolen !== null && (stolen < former.validFrom || stolen > now)) {
      throw new Problem('unprocessable', {
        reason: 'compromised-when',
        detail: `It is in use since ${former.validFrom.toISOString()}; it was stolen between then and now.`,
      });
    }
    const id = `${desk.keys.did}#key-${keys.length + 1}`;
    const validUntil = new Date(now.getTime() + OVERLAP_MS);
    await endKey(tx, former.id, { validUntil, compromisedFrom: stolen });
    await insertKey(tx, await newKey(id, 'issuing', desk.config.keyEncryptionKey, now));
    await appendAudit(tx, {
      act: 'signing-key.replaced',
      actor: caller,
      subject: { kind: 'signing-key', id: former.id },
      reason,
      at: now,
      data: { by: id, compromisedFrom: stolen?.toISOString() ?? null },
    });
  }
}

function requireNational(caller: CallerIdentity): void {
  if (caller.agency === null) return;
  throw new Problem('forbidden', {
    reason: 'national-only',
    detail: 'The signing key is the whole certification body’s: ask a national officer.',
  });
}
