import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { appendAudit, Clock, newId, Problem, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { RegistryClient } from '../domain/registry-client.ts';
import { Database } from '../store/database.ts';
import { clientToChange, saveClient } from '../store/registry-clients.ts';
import { digest } from '../store/sealed-text.ts';

export interface NewClient {
  name: string;
  agency?: string;
  permissions: string[];
  reason?: string;
}

/** Registries are let in by national administrators, and locked out by whoever sees them. */
@Injectable()
export class ManageClients {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  register(
    caller: CallerIdentity,
    { name, agency, permissions, reason }: NewClient,
  ): Promise<{ client: RegistryClient; clientSecret: string }> {
    refuseAgency(caller);
    const at = this.clock.now();
    const clientSecret = newSecret();
    return this.database.transaction(async (tx) => {
      const client = await saveClient(tx, {
        id: `registry-${newId()}`,
        name,
        agency: agency ?? null,
        permissions: permissions.toSorted(),
        secretDigest: digest(clientSecret),
        lockedAt: null,
        createdAt: at,
      });
      await appendAudit(tx, {
        act: 'client.registered',
        actor: caller,
        subject: { kind: 'client', id: client.id },
        reason: reason ?? null,
        at,
        data: { agency: client.agency, permissions: client.permissions },
      });
      return { client, clientSecret };
    });
  }

  lock(caller: CallerIdentity, id: string, reason: string): Promise<RegistryClient> {
    return this.change(caller, { id, reason, act: 'client.locked' }, (client, at) => ({
      lockedAt: client.lockedAt ?? at,
    }));
  }

  /** Its secret is the one it had. */
  unlock(caller: CallerIdentity, id: string, reason: string): Promise<RegistryClient> {
    return this.change(caller, { id, reason, act: 'client.unlocked' }, () => {
      refuseAgency(caller);
      return { lockedAt: null };
    });
  }

  /** The former secret is of no use from now on; tokens that it got run out by themselves. */
  async rotate(
    caller: CallerIdentity,
    id: string,
    reason: string,
  ): Promise<{ client: RegistryClient; clientSecret: string }> {
    const clientSecret = newSecret();
    const act = { id, reason, act: 'client.secret-replaced' };
    const client = await this.change(caller, act, () => {
      refuseAgency(caller);
      return { secretDigest: digest(clientSecret) };
    });
    return { client, clientSecret };
  }

  private change(
    caller: CallerIdentity,
    { id, reason, act }: { id: string; reason: string; act: string },
    changed: (client: RegistryClient, at: Date) => Partial<RegistryClient>,
  ): Promise<RegistryClient> {
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const client = await clientToChange(tx, id, visibleAgencies(caller));
      if (!client) throw new Problem('not-found');
      const saved = await saveClient(tx, { ...client, ...changed(client, at) });
      const subject = { kind: 'client', id } as const;
      await appendAudit(tx, { act, actor: caller, subject, reason, at });
      return saved;
    });
  }
}

const newSecret = (): string => randomBytes(32).toString('base64url');

/** What a registry may is not the agency's to give: to lock its own out is. */
function refuseAgency(caller: CallerIdentity): void {
  if (caller.agency === null) return;
  throw new Problem('forbidden', {
    reason: 'national-only',
    detail: 'Registries are let in by a national administrator.',
  });
}
