import { Injectable } from '@nestjs/common';
import { Problem } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { countHolders } from '../store/certificates.ts';
import { listSchemes, schemeVersion, versionsOfScheme } from '../store/schemes.ts';
import { peopleReady } from './people-ready.ts';
import { nothingToPublish } from './refusals.ts';

export type Publication = {
  readonly version: number;
  readonly issuing: Scheme['issuing'];
  /** Who fulfil the scheme and never had a certificate of it, without the caller. */
  readonly people: number;
  /** Whether the caller is one of them: his certificate waits for another person's act. */
  readonly self: boolean;
  /** Who hold one, and keep it. */
  readonly holders: number;
};

@Injectable()
export class ReadSchemes {
  constructor(private readonly desk: Desk) {}

  list(page: { limit: number; offset: number }): Promise<{ items: Scheme[]; total: number }> {
    return listSchemes(this.desk.database.manager, page);
  }

  async newest(id: string): Promise<Scheme> {
    const [scheme] = await versionsOfScheme(this.desk.database.manager, id);
    if (scheme === undefined) throw new Problem('not-found');
    return scheme;
  }

  /** The newest first. */
  async versions(id: string): Promise<{ items: Scheme[]; total: number }> {
    const items = await versionsOfScheme(this.desk.database.manager, id);
    if (items.length === 0) throw new Problem('not-found');
    return { items, total: items.length };
  }

  /** What the publication of the draft would bring about today. */
  async publication(caller: CallerIdentity, id: string): Promise<Publication> {
    const tx = this.desk.database.manager;
    const scheme = await this.newest(id);
    if (scheme.state !== 'draft') throw nothingToPublish();
    const ready = await peopleReady(this.desk, tx, scheme, 'all');
    const first = ready.filter(({ wasCertified }) => !wasCertified);
    const others = first.filter(({ practitionerId }) => practitionerId !== caller.person);
    return {
      version: scheme.version,
      issuing: scheme.issuing,
      people: others.length,
      self: others.length < first.length,
      holders: await countHolders(tx, id, this.desk.today()),
    };
  }

  async version(id: string, version: number): Promise<Scheme> {
    const scheme = await schemeVersion(this.desk.database.manager, id, version);
    if (scheme === undefined) throw new Problem('not-found');
    return scheme;
  }
}
