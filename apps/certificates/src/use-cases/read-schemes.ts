import { Injectable } from '@nestjs/common';
import { Problem } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { listSchemes, schemeVersion, versionsOfScheme } from '../store/schemes.ts';

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

  async version(id: string, version: number): Promise<Scheme> {
    const scheme = await schemeVersion(this.desk.database.manager, id, version);
    if (scheme === undefined) throw new Problem('not-found');
    return scheme;
  }
}
