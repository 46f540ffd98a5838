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

/** Registries are registered by national administrators and locked by whoever sees them. */
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
    if (caller.agency !== null) {
      throw new Problem('forbidden', {
        reason: 'beyond-own-authority',
        detail: 'Registries are registered by a national administrator.',
      });
    }
    const at = this.clock.now();
    const clientSecret = randomBytes(32).toString('base64url');
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
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const client = await clientToChange(tx, id, visibleAgencies(caller));
      if (!client) throw new Problem('not-found');
      const locked = await saveClient(tx, { ...client, lockedAt: client.lockedAt ?? at });
      await appendAudit(tx, {
        act: 'client.locked',
        actor: caller,
        subject: { kind: 'client', id },
        reason,
        at,
      });
      return locked;
    });
  }
}
